package io.keelson.job.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.query.Page;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.WorkerState;
import io.keelson.api.worker.command.DrainWorker;
import io.keelson.api.worker.command.ResumeWorker;
import io.keelson.api.worker.event.WorkerDrainRequested;
import io.keelson.api.worker.event.WorkerResumed;
import io.keelson.api.worker.query.FindWorkers;
import io.keelson.api.worker.query.GetWorkers;
import io.keelson.api.worker.query.WorkerPage;
import io.keelson.api.worker.query.WorkerView;
import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with workers, and what they see of them. */
class WorkerDeskTest {
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private final JobsDatabase database = new JobsDatabase();
    private final SimpleEventBus bus = SimpleEventBus.builder().build();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private final WorkerDesk desk = new WorkerDesk(database.dataSource(), bus, SILENCE);
    private final WorkerQueries queries = new WorkerQueries(database.dataSource(), SILENCE);
    private final WorkerId id = new WorkerId(UUID.randomUUID());

    @BeforeEach
    void listen() {
        var _ = bus.subscribe(messages -> messages.forEach(message -> events.add((DomainEventMessage<?>) message)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void drainingAndResumingAreEventsInOrderAndRepeatingThemIsNone() {
        insert(id, "RUNNING", "0 s");

        desk.decide(new DrainWorker(id), "New release");
        desk.decide(new DrainWorker(id), "New release, I said");
        assertThat(view().state()).isEqualTo(WorkerState.DRAINING);
        assertThat(view().drainReason()).isEqualTo("New release");
        desk.decide(new ResumeWorker(id));
        desk.decide(new ResumeWorker(id));

        assertThat(view().state()).isEqualTo(WorkerState.RUNNING);
        assertThat(view().drainReason()).isNull();
        assertThat(events)
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(new WorkerDrainRequested(id, "here"), new WorkerResumed(id, "here"));
        assertThat(events).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
        assertThat(events)
                .extracting(DomainEventMessage::getAggregateIdentifier)
                .containsOnly(id.toString());
    }

    @Test
    void aReasonIsRequiredForDraining() {
        insert(id, "RUNNING", "0 s");

        assertRefused(null, ErrorCode.INVALID_INPUT, "reason");
        assertRefused("  ", ErrorCode.INVALID_INPUT, "reason");
        assertThat(view().state()).isEqualTo(WorkerState.RUNNING);
    }

    @Test
    void unknownAndGoneWorkersAreRefused() {
        assertRefused("New release", ErrorCode.WORKER_NOT_FOUND, "workerId");
        insert(id, "RUNNING", "7 s");

        assertRefused("New release", ErrorCode.WRONG_STATE, "workerId");
        assertThat(events).isEmpty();
    }

    @Test
    void silenceAndAnOrderlyEndAreGoneAndBeginningIsStarting() {
        WorkerId silent = insert(new WorkerId(UUID.randomUUID()), "RUNNING", "7 s");
        WorkerId ended = insert(new WorkerId(UUID.randomUUID()), "DRAINING", "0 s");
        WorkerId starting = insert(new WorkerId(UUID.randomUUID()), "STARTING", "0 s");
        database.jdbc()
                .sql("update jobs.worker set ended_at = clock_timestamp() where id = ?")
                .param(ended.value())
                .update();

        assertThat(queries.handle(new GetWorkers(List.of(silent, ended, starting))))
                .extracting(WorkerView::id, WorkerView::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(silent, WorkerState.GONE),
                        org.assertj.core.groups.Tuple.tuple(ended, WorkerState.GONE),
                        org.assertj.core.groups.Tuple.tuple(starting, WorkerState.STARTING));
    }

    @Test
    void workersArePagedFromTheOldestOn() {
        List<WorkerId> all = new ArrayList<>();
        for (int worker = 0; worker < 5; worker++) {
            all.add(insert(new WorkerId(UUID.randomUUID()), "RUNNING", "0 s"));
        }
        List<WorkerId> read = new ArrayList<>();
        @Nullable String after = null;
        WorkerPage page;
        do {
            page = queries.handle(new FindWorkers(WorkerState.RUNNING, new Page(2, after)));
            page.items().forEach(worker -> read.add(worker.id()));
            after = page.cursors().getLast();
            assertThat(page.info().totalCount()).isEqualTo(5);
        } while (page.info().hasNextPage());

        assertThat(read).isEqualTo(all);
        assertThat(queries.handle(new FindWorkers(WorkerState.GONE, new Page(2, null)))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> queries.handle(new FindWorkers(null, new Page(2, "nonsense"))))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void whatAWorkerHoldsIsShownWithIt() {
        insert(id, "RUNNING", "0 s");
        UUID job = new JobQueue(database.dataSource(), () -> {})
                .enqueue(NewJob.of(FunctionHandler.TYPE, "{}"))
                .id();
        database.jdbc()
                .sql("update jobs.platform_job set status = 2, locked_by = ?, started_at = clock_timestamp()")
                .param(id.value())
                .update();

        assertThat(view().jobs()).singleElement().satisfies(held -> {
            assertThat(held.id()).isEqualTo(job);
            assertThat(held.type()).isEqualTo(FunctionHandler.TYPE);
        });
    }

    @Test
    void theLoadCountsWhatWaitsAndWhoCanTakeIt() {
        insert(id, "RUNNING", "0 s");
        insert(new WorkerId(UUID.randomUUID()), "RUNNING", "7 s");
        insert(new WorkerId(UUID.randomUUID()), "DRAINING", "0 s");
        JobQueue queue = new JobQueue(database.dataSource(), () -> {});
        for (int job = 0; job < 12; job++) {
            queue.enqueue(NewJob.of(FunctionHandler.TYPE, "{}"));
        }

        FleetLoad load = new WorkerFleet(database.dataSource(), SILENCE).load();

        assertThat(load).isEqualTo(new FleetLoad(12, 1, 1, 8));
        assertThat(load.backlogPerLane()).isEqualTo(1.5);
        assertThat(new FleetLoad(12, 0, 0, 0).backlogPerLane()).isEqualTo(12);
    }

    private void assertRefused(@Nullable String reason, ErrorCode code, String field) {
        assertThatThrownBy(() -> desk.decide(new DrainWorker(id), reason))
                .isInstanceOfSatisfying(RejectedException.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo(code);
                    assertThat(refused.rejection().field()).isEqualTo(field);
                });
    }

    private WorkerView view() {
        return queries.handle(new GetWorkers(List.of(id))).getFirst();
    }

    private WorkerId insert(WorkerId worker, String phase, String silent) {
        database.jdbc().sql("""
                    insert into jobs.worker (id, host, pid, roles, version, phase, last_seen, lanes, busy, max_lanes,
                      heap_used, heap_max)
                    values (?, 'here', 1, 'WORKER', '1', ?, clock_timestamp() - cast(? as interval), 2, 1, 8, 1, 2)""").params(worker.value(), phase, silent).update();
        return worker;
    }
}
