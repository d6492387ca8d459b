package io.keelson.job.desk;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.ConfigureQueue;
import io.keelson.api.job.command.PauseQueue;
import io.keelson.api.job.command.ResumeQueue;
import io.keelson.api.job.event.QueueConfigured;
import io.keelson.api.job.event.QueuePaused;
import io.keelson.api.job.event.QueueResumed;
import io.keelson.job.queue.QueueActs;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where queues are paused, resumed and configured. */
public final class QueueDesk {
    private static final String CONCURRENCY = "select concurrency from jobs.platform_queue where name = :name";

    private final JdbcClient jdbc;
    private final QueueActs acts;
    private final JobAudit audit;

    /**
     * Makes the desk.
     *
     * @param dataSource the one whose transactions the command bus opens, also behind {@code acts} and {@code events}
     */
    public QueueDesk(DataSource dataSource, QueueActs acts, EventBus events) {
        this.jdbc = JdbcClient.create(dataSource);
        this.acts = acts;
        this.audit = new JobAudit(dataSource, events);
    }

    @CommandHandler
    void decide(PauseQueue command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        GivenReason.require(reason);
        concurrency(command.queue());
        acts.pause(command.queue().value()).ifPresent(number -> audit.note(new QueuePaused(command.queue()), number));
    }

    @CommandHandler
    void decide(ResumeQueue command) {
        concurrency(command.queue());
        acts.resume(command.queue().value()).ifPresent(number -> audit.note(new QueueResumed(command.queue()), number));
    }

    @CommandHandler
    void decide(ConfigureQueue command) {
        int before = concurrency(command.queue());
        acts.limit(command.queue().value(), command.concurrency())
                .ifPresent(number ->
                        audit.note(new QueueConfigured(command.queue(), before, command.concurrency()), number));
    }

    /** The refusal of a queue that does not exist. */
    static RejectedException unknown(QueueName queue) {
        return new RejectedException(
                ErrorCode.JOB_QUEUE_NOT_FOUND,
                "queue",
                "queue %s does not exist; jobQueues lists those that do.".formatted(queue));
    }

    private int concurrency(QueueName queue) {
        return jdbc.sql(CONCURRENCY)
                .param("name", queue.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> unknown(queue));
    }
}
