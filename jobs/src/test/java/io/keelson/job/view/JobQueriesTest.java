package io.keelson.job.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.CountJobs;
import io.keelson.api.job.query.FindJobs;
import io.keelson.api.job.query.GetJobAttempts;
import io.keelson.api.job.query.GetJobContents;
import io.keelson.api.job.query.GetJobLog;
import io.keelson.api.job.query.GetJobPositions;
import io.keelson.api.job.query.GetJobQueues;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobAttemptView;
import io.keelson.api.job.query.JobFilter;
import io.keelson.api.job.query.JobLogLine;
import io.keelson.api.job.query.JobLogPage;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobPosition;
import io.keelson.api.job.query.JobView;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.api.tenant.TenantId;
import io.keelson.job.JobsDatabase;
import io.keelson.job.desk.JobCatalogue;
import io.keelson.job.queue.JobOrigin;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JobQueriesTest {
    private final JobsDatabase database = new JobsDatabase();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final JobQueries queries = new JobQueries(
            database.dataSource(), new JdbcTransactionManager(database.dataSource()), new JobCatalogue(List.of()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aJobIsSeenAsItsRowStands() {
        UUID tenant = UUID.randomUUID();
        JobId id = add(NewJob.of("work", "{\"a\": [1, null]}")
                .withPriority(8)
                .withOwner(new JobOwner(tenant, null, "admin-7"))
                .withSerialKey("s"));

        JobView job = queries.handle(new GetJobs(List.of(id, new JobId(UUID.randomUUID()))))
                .getFirst();

        assertThat(job)
                .returns(id, JobView::id)
                .returns(JobState.PENDING, JobView::state)
                .returns(8, JobView::priority)
                .returns(new TenantId(tenant), JobView::tenantId)
                .returns("admin-7", JobView::createdBy)
                .returns("s", JobView::serialKey)
                .returns(0, JobView::attempt)
                .returns(Duration.ofMinutes(1), JobView::timeout);
        assertThat(queries.handle(new GetJobContents(List.of(id))).getFirst().payload())
                .isEqualTo("{\"a\": [1, null]}");
    }

    @Test
    void everyStatusIsAState() {
        Map<Integer, JobState> states = Map.of(
                1,
                JobState.PENDING,
                2,
                JobState.ACTIVE,
                3,
                JobState.COMPLETED,
                4,
                JobState.FAILED,
                5,
                JobState.CANCELLED,
                6,
                JobState.SUSPENDED,
                7,
                JobState.PENDING);
        states.forEach((status, state) -> {
            JobId id = add(NewJob.of("status-" + status, "{}"));
            set(id, "status = " + status);
            assertThat(view(id).state()).isEqualTo(state);
            assertThat(list(filter(state, "status-" + status))).containsExactly(id);
        });
        JobId delayed = add(NewJob.of("later", "{}"));
        set(delayed, "status = 0");
        JobId retrying = add(NewJob.of("later", "{}"));
        set(retrying, "status = 0, attempts = 1");
        assertThat(list(filter(JobState.DELAYED, "later"))).containsExactly(delayed);
        assertThat(list(filter(JobState.RETRYABLE, "later"))).containsExactly(retrying);
    }

    @Test
    void everyFilterFindsItsJobsAndOnlyThem() {
        UUID tenant = UUID.randomUUID();
        UUID instance = UUID.randomUUID();
        UUID schedule = UUID.randomUUID();
        UUID parent = UUID.randomUUID();
        add(NewJob.of("other", "{}"));
        JobId wanted = add(NewJob.of("wanted", "{}")
                .withQueue("email")
                .withOwner(new JobOwner(tenant, instance, "x"))
                .withOrigin(new JobOrigin(schedule, Instant.EPOCH, parent)));
        Instant created = view(wanted).createdAt();

        List.of(
                        new JobFilter(null, new JobType("wanted"), null, null, null, null, null, null, null),
                        new JobFilter(null, null, new QueueName("email"), null, null, null, null, null, null),
                        new JobFilter(null, null, null, new TenantId(tenant), null, null, null, null, null),
                        new JobFilter(null, null, null, null, new InstanceId(instance), null, null, null, null),
                        new JobFilter(null, null, null, null, null, "schedule:" + schedule, null, null, null),
                        new JobFilter(null, null, null, null, null, null, new JobId(parent), null, null),
                        new JobFilter(null, null, null, null, null, null, null, created.minusNanos(1_000), null))
                .forEach(filter -> {
                    assertThat(list(filter)).as("%s", filter).containsExactly(wanted);
                    assertThat(queries.handle(new CountJobs(filter))).isEqualTo(1);
                });
        assertThat(list(new JobFilter(null, null, null, null, null, null, null, null, created)))
                .doesNotContain(wanted)
                .hasSize(1);
    }

    @Test
    void pagesFollowOneAnotherInBothDirections() {
        List<JobId> ids = IntStream.range(0, 5)
                .mapToObj(_ -> add(NewJob.of("work", "{}")))
                .toList();

        assertThat(walk(Direction.ASC)).containsExactlyElementsOf(ids);
        assertThat(walk(Direction.DESC)).containsExactlyElementsOf(ids.reversed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "bm90IGEgdXVpZA", "!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> queries.handle(new FindJobs(JobFilter.ALL, Direction.ASC, new Page(1, cursor))))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.rejection().field()).isEqualTo("after"));
    }

    @Test
    void aPlaceInTheQueueCountsWhatStartsBefore() {
        JobId last = add(NewJob.of("work", "{}").withPriority(1));
        JobId second = add(NewJob.of("work", "{}").withPriority(9));
        JobId third = add(NewJob.of("work", "{}").withPriority(9));
        add(NewJob.of("work", "{}").withPriority(10).withQueue("email"));

        assertThat(queries.handle(new GetJobPositions(List.of(last, second, third))))
                .containsExactlyInAnyOrder(
                        new JobPosition(second, 0), new JobPosition(third, 1), new JobPosition(last, 2));
    }

    @Test
    void linesAndFailedTriesAreReadInOrder() {
        JobId id = add(NewJob.of("work", "{}"));
        database.jdbc()
                .sql("insert into jobs.platform_job_log select ?, 1, n, now(), 'line ' || n from generate_series(1,"
                        + " 5) n")
                .param(id.value())
                .update();
        database.jdbc()
                .sql("insert into jobs.platform_job_attempt values (?, 1, 1, uuidv7(), now(), now(), 'FAILED',"
                        + " null, 'no', 'at')")
                .param(id.value())
                .update();

        JobLogPage first = queries.handle(new GetJobLog(id, new Page(3, null)));
        JobLogPage second =
                queries.handle(new GetJobLog(id, new Page(3, first.cursors().getLast())));

        assertThat(first.items()).extracting(JobLogLine::line).containsExactly("line 1", "line 2", "line 3");
        assertThat(first.info()).isEqualTo(new PageInfo(true, 5));
        assertThat(second.items()).extracting(JobLogLine::line).containsExactly("line 4", "line 5");
        assertThat(queries.handle(new GetJobAttempts(List.of(id))))
                .singleElement()
                .returns("no", JobAttemptView::error)
                .returns("FAILED", JobAttemptView::outcome);
    }

    @Test
    void theSixQueuesAreThere() {
        assertThat(queries.handle(new GetJobQueues()))
                .extracting(found -> found.name().value())
                .contains("default", "email", "provisioning", "report", "webhook", "workflow");
    }

    private List<JobId> walk(Direction direction) {
        List<JobId> walked = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            JobPage page = queries.handle(new FindJobs(JobFilter.ALL, direction, new Page(2, after)));
            page.items().forEach(job -> walked.add(job.id()));
            after = page.cursors().getLast();
            more = page.hasNextPage();
        }
        return walked;
    }

    private List<JobId> list(JobFilter filter) {
        return queries.handle(new FindJobs(filter, Direction.DESC, new Page(50, null))).items().stream()
                .map(JobView::id)
                .toList();
    }

    private static JobFilter filter(JobState state, String type) {
        return new JobFilter(state, new JobType(type), null, null, null, null, null, null, null);
    }

    private JobView view(JobId id) {
        return queries.handle(new GetJobs(List.of(id))).getFirst();
    }

    private JobId add(NewJob job) {
        return new JobId(queue.enqueue(job).id());
    }

    private void set(JobId id, String change) {
        database.jdbc()
                .sql("update jobs.platform_job set " + change + " where id = ?")
                .param(id.value())
                .update();
    }
}
