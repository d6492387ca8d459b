package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Random jobs on nodes that are cut off at random, against what must have become of each. {@code keelson.jobs.model} says
 * how many jobs there are, {@code keelson.jobs.seed} with which seed.
 */
class ModelTest {
    private static final int JOBS = Integer.getInteger("keelson.jobs.model", 1_500);
    private static final int BATCH = 100;
    private static final int NODES = 3;
    private static final int TRIES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(20 + JOBS / 200);

    private final JobsDatabase database = new JobsDatabase();
    private final List<CutOffNode> nodes = new ArrayList<>();
    private final long seed = Long.getLong("keelson.jobs.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Map<UUID, NewJob> added = new HashMap<>();

    @AfterEach
    void close() {
        nodes.forEach(CutOffNode::close);
        database.close();
    }

    @Test
    void nothingIsLostAndNothingHappensTwiceWhateverHappensToTheNodes() {
        System.out.println("ModelTest seed " + seed);
        database.jdbc()
                .sql("create table effect (n bigint generated always as identity, job uuid primary key)")
                .update();
        JobActs acts = new JobActs(database.dataSource(), () -> {});
        JobQueue queue = new JobQueue(database.dataSource(), () -> {});
        QueueActs limits = new QueueActs(database.dataSource(), () -> {});
        limits.limitTenant(tenant(0), 2);
        addNodes();
        for (int batch = 0; batch < JOBS / BATCH; batch++) {
            enqueue(queue);
            added.keySet().stream().skip(random.nextInt(added.size())).limit(3).forEach(acts::cancel);
            if (batch % 10 == 5) {
                nodes.get(random.nextInt(nodes.size())).cutOff();
                nodes.removeIf(CutOffNode::ended);
                addNodes();
            }
        }
        // The nodes keep a small machine so busy that a login may time out.
        await().atMost(LONGEST)
                .ignoreExceptionsInstanceOf(CannotGetJdbcConnectionException.class)
                .untilAsserted(() -> assertThat(unfinished()).isEmpty());

        assertThat(database.countOf("jobs.platform_job")).isEqualTo(added.size());
        assertThat(database.countOf(
                        "jobs.platform_job j where status = 3 and not exists (select 1 from effect where job = j.id)"))
                .isZero();
        assertThat(database.countOf("jobs.platform_job where status = 4 and last_code not in ('PLANNED', 'NODE_DIED')"))
                .isZero();
        added.forEach(this::assertEndsAsPlanned);
        assertSerialOrder();
    }

    private void addNodes() {
        while (nodes.stream().filter(node -> !node.ended()).count() < NODES) {
            nodes.add(new CutOffNode(database, this::work));
        }
    }

    private void enqueue(JobQueue queue) {
        List<NewJob> jobs = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            NewJob job = NewJob.of("test", Integer.toString(random.nextInt(12)))
                    .withPriority(random.nextInt(1, 11))
                    .withMaxAttempts(TRIES)
                    .withBackoff(Duration.ofMillis(20))
                    .withOwner(new JobOwner(tenant(random.nextInt(5)), null, "model"))
                    .withQueue(random.nextInt(3) == 0 ? "webhook" : "default");
            if (random.nextInt(4) == 0) {
                job = job.withSerialKey("key-" + random.nextInt(20));
            } else if (random.nextInt(4) == 0) {
                job = job.withRunAt(Instant.now().plusMillis(random.nextInt(500)));
            }
            jobs.add(random.nextInt(5) == 0 ? job.withUniqueKey("unique-" + random.nextInt(200)) : job);
        }
        List<Enqueued> enqueued = queue.enqueueAll(jobs);
        for (int i = 0; i < BATCH; i++) {
            Enqueued one = enqueued.get(i);
            if (one.added()) {
                added.put(one.id(), jobs.get(i));
            } else {
                assertThat(Objects.requireNonNull(added.get(one.id())).uniqueness())
                        .isEqualTo(jobs.get(i).uniqueness());
            }
        }
    }

    /** The payload says how many tries fail; the effect has the job's id as its key. */
    private void work(RunningJob job) throws InterruptedException {
        int failing = Integer.parseInt(job.payload());
        if (failing <= TRIES && job.attempt() <= failing) {
            throw new JobFailure("PLANNED", "as planned", true);
        }
        Thread.sleep(job.id().hashCode() & 3);
        database.jdbc()
                .sql("insert into effect (job) values (?) on conflict do nothing")
                .param(job.id())
                .update();
    }

    private void assertEndsAsPlanned(UUID id, NewJob job) {
        int failing = Integer.parseInt(job.payload());
        boolean dead = database.status(id) == JobStatus.DEAD.code();
        // A death of its node is a try, so that a job that fails now and then may run out of them.
        if (dead && (failing == 0 || failing > TRIES)) {
            assertThat(diedThreeTimes(id)).isTrue();
        }
    }

    /** What has not ended, by where it stands. */
    private List<String> unfinished() {
        return database.jdbc().sql("""
            select format('%s jobs with status %s at gate %s of tenant %s with key %s', count(*), status, gate,
              tenant_id, serial_key)
            from jobs.platform_job where status not in (3, 4, 5) group by status, gate, tenant_id, serial_key\
            """).query(String.class).list();
    }

    private boolean diedThreeTimes(UUID id) {
        return database.countOf("jobs.platform_job where deaths >= 3 and id = '%s'".formatted(id)) == 1;
    }

    /** Effects of jobs with the same key come in the order of their ids. */
    private void assertSerialOrder() {
        Map<String, List<UUID>> effects = new HashMap<>();
        database.jdbc()
                .sql("""
                    select j.id, j.tenant_id || j.serial_key as key from effect e join jobs.platform_job j on j.id = e.job
                    where j.serial_key is not null order by e.n\
                    """)
                .query((row, _) -> effects.computeIfAbsent(row.getString("key"), _ -> new ArrayList<>())
                        .add(row.getObject("id", UUID.class)))
                .list();
        assertThat(effects).isNotEmpty();
        effects.values()
                .forEach(order -> assertThat(order.stream().map(UUID::toString).toList())
                        .containsExactlyElementsOf(
                                new TreeSet<>(order.stream().map(UUID::toString).toList())));
    }

    private static UUID tenant(int number) {
        return new UUID(1, number);
    }
}
