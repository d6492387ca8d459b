package io.keelson.job.desk;

import io.keelson.api.job.event.JobBatchSubmitted;
import io.keelson.api.job.event.JobEvent;
import io.keelson.api.job.event.JobQueueEvent;
import io.keelson.api.job.event.JobSubmitted;
import io.keelson.api.message.DomainEvent;
import io.keelson.job.queue.JobAct;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes what people did. The number of an event comes from a counter in the row that the act has changed; acts count
 * from 1, events from 0.
 */
final class JobAudit {
    private static final String JOB = "job";
    private static final String BATCH = "job-batch";
    private static final String QUEUE = "job-queue";
    private static final String NEXT = "update jobs.platform_job set acts = acts + 1 where id = :id returning acts";

    private final JdbcClient jdbc;
    private final EventBus events;

    JobAudit(DataSource dataSource, EventBus events) {
        this.jdbc = JdbcClient.create(dataSource);
        this.events = events;
    }

    /** Notes that a job was submitted, or that a waiting one was replaced. */
    void note(JobSubmitted event) {
        long number = jdbc.sql(NEXT)
                .param("id", event.jobId().value())
                .query(Long.class)
                .single();
        publish(JOB, event.jobId().toString(), number, event);
    }

    void note(JobEvent event, JobAct act) {
        publish(JOB, event.jobId().toString(), act.number(), event);
    }

    void note(JobBatchSubmitted event) {
        publish(BATCH, event.batchId().toString(), 1, event);
    }

    /** Notes an act on a queue; {@code number} counts the acts on it from 1. */
    void note(JobQueueEvent event, long number) {
        publish(QUEUE, event.queue().aggregateId(), number, event);
    }

    private void publish(String kind, String id, long number, DomainEvent event) {
        events.publish(new GenericDomainEventMessage<>(kind, id, number - 1, event));
    }
}
