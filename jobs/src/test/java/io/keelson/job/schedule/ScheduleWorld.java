package io.keelson.job.schedule;

import io.keelson.api.actor.Actor;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.query.Page;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.event.ScheduleCreated;
import io.keelson.api.schedule.event.ScheduleEvent;
import io.keelson.api.schedule.query.FindScheduleRuns;
import io.keelson.api.schedule.query.GetSchedules;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.queue.JobQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Schedules on a fresh database at a time that tests choose. */
final class ScheduleWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final JobsDatabase database = new JobsDatabase();
    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final JobTypes types = new JobTypes(List.of(new FunctionHandler(_ -> {})));
    final ScheduleQueries queries = new ScheduleQueries(database.dataSource(), Clock.fixed(START, ZoneOffset.UTC));
    private final ScheduleRegister register = new ScheduleRegister(
            database.dataSource(), queue(database.dataSource()), types, new ScheduleSignal(database.dataSource()));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private final Map<ScheduleId, Long> sequences = new HashMap<>();

    static JobQueue queue(DataSource dataSource) {
        return new JobQueue(dataSource, () -> {});
    }

    Firing firing() {
        return firing(database.dataSource());
    }

    Firing firing(DataSource dataSource) {
        return new Firing(dataSource, queue(dataSource), types, _ -> now.get(), 1_000);
    }

    /** Lets the clock look at this moment after the start; returns for how long nothing will be due. */
    Duration fireAt(Duration sinceStart) {
        now.set(START.plus(sinceStart));
        return firing().fireAllDue();
    }

    /** A schedule created at the start. */
    ScheduleId create(ScheduleDefinition definition) {
        ScheduleId id = ScheduleId.random();
        tell(new ScheduleCreated(id, ScheduleFixtures.OWNER, definition, true));
        return id;
    }

    /** Tells the register of an event that happens now. */
    DomainEventMessage<ScheduleEvent> tell(ScheduleEvent event) {
        DomainEventMessage<ScheduleEvent> message = new GenericDomainEventMessage<>(
                "schedule",
                event.scheduleId().toString(),
                sequences.merge(event.scheduleId(), 0L, (before, _) -> before + 1),
                event,
                MetaData.with(RequestContext.ACTOR_ID, Actor.LOCAL_OPERATOR.id()),
                UUID.randomUUID().toString(),
                now.get());
        tell(message, ReplayStatus.REGULAR);
        return message;
    }

    void tell(DomainEventMessage<ScheduleEvent> message, ReplayStatus replay) {
        transaction.executeWithoutResult(_ -> register.react(message.getPayload(), message, replay));
    }

    ScheduleView view(ScheduleId id) {
        return queries.handle(new GetSchedules(List.of(id))).getFirst();
    }

    /** Newest first. */
    List<ScheduleRunView> runs(ScheduleId id) {
        return queries.handle(new FindScheduleRuns(id, new Page(200, null))).items();
    }

    /** Fire times of the jobs of a schedule, as seconds since the start, in order. */
    List<Long> jobs(ScheduleId id) {
        return database
                .jdbc()
                .sql("select extract(epoch from scheduled_for)::bigint from jobs.platform_job"
                        + " where schedule_id = ? order by scheduled_for, id")
                .param(id.value())
                .query(Long.class)
                .list()
                .stream()
                .map(second -> second - START.getEpochSecond())
                .toList();
    }

    /** Ends all unfinished jobs of a schedule: 3 as succeeded, 4 as dead, 5 as cancelled. */
    void end(ScheduleId id, int status) {
        database.jdbc()
                .sql("update jobs.platform_job set status = ?, finished_at = clock_timestamp()"
                        + " where schedule_id = ? and status not in (3, 4, 5)")
                .params(status, id.value())
                .update();
    }

    @Override
    public void close() {
        database.close();
    }
}
