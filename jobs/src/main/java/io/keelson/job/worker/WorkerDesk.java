package io.keelson.job.worker;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.command.DrainWorker;
import io.keelson.api.worker.command.ResumeWorker;
import io.keelson.api.worker.event.WorkerDrainRequested;
import io.keelson.api.worker.event.WorkerEvent;
import io.keelson.api.worker.event.WorkerResumed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drains and resumes workers. A worker's row is its state of record, so the row is changed and the event is published in
 * one transaction; the row counts the events, which gives each its place.
 */
public final class WorkerDesk {
    private static final int LONGEST_REASON = 1_000;
    private static final String ORDER = """
            update jobs.worker set drain = :drain, drain_reason = :reason, acts = acts + 1
            where id = :id and drain <> :drain and ended_at is null
              and last_seen > clock_timestamp() - :silence * interval '1 millisecond'
            returning acts - 1 as sequence, host""";
    private static final String IS_THERE = """
            select ended_at is null and last_seen > clock_timestamp() - :silence * interval '1 millisecond'
            from jobs.worker where id = :id""";

    private final JdbcClient jdbc;
    private final EventBus events;
    private final Duration silence;

    /**
     * Makes a desk.
     *
     * @param dataSource the one whose transactions commands run in
     * @param silence after how long without a report a worker is gone
     */
    public WorkerDesk(DataSource dataSource, EventBus events, Duration silence) {
        this.jdbc = JdbcClient.create(dataSource);
        this.events = events;
        this.silence = silence;
    }

    @CommandHandler
    void decide(DrainWorker command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        order(command.workerId(), Require.text("reason", reason, LONGEST_REASON), WorkerDrainRequested::new);
    }

    @CommandHandler
    void decide(ResumeWorker command) {
        order(command.workerId(), null, WorkerResumed::new);
    }

    private void order(WorkerId id, @Nullable String reason, BiFunction<WorkerId, String, WorkerEvent> event) {
        Optional<GenericDomainEventMessage<WorkerEvent>> happened = jdbc.sql(ORDER)
                .param("drain", reason != null)
                .param("reason", reason)
                .param("id", id.value())
                .param("silence", silence.toMillis())
                .query((row, _) -> new GenericDomainEventMessage<>(
                        "worker", id.toString(), row.getLong("sequence"), event.apply(id, row.getString("host"))))
                .optional();
        if (happened.isPresent()) {
            events.publish(happened.get());
        } else {
            requireThere(id);
        }
    }

    private void requireThere(WorkerId id) {
        boolean there = jdbc.sql(IS_THERE)
                .param("silence", silence.toMillis())
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.WORKER_NOT_FOUND,
                        "workerId",
                        "%s is not known; it never was, or it has been gone for long.".formatted(id)));
        if (!there) {
            throw new RejectedException(
                    ErrorCode.WRONG_STATE,
                    "workerId",
                    "%s is gone. Its jobs run elsewhere by themselves; there is nothing to do.".formatted(id));
        }
    }
}
