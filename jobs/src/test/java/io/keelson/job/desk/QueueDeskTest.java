package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.ConfigureQueue;
import io.keelson.api.job.command.PauseQueue;
import io.keelson.api.job.command.ResumeQueue;
import io.keelson.api.job.event.QueueConfigured;
import io.keelson.api.job.event.QueuePaused;
import io.keelson.api.job.event.QueueResumed;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueDeskTest {
    private static final QueueName EMAIL = new QueueName("email");

    private final DeskWorld world = new DeskWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachChangeIsOneEventInOrderAndARepeatedOneIsNone() {
        world.inTransaction((Runnable) () -> world.queues.decide(new PauseQueue(EMAIL), "maintenance"));
        world.inTransaction((Runnable) () -> world.queues.decide(new PauseQueue(EMAIL), "maintenance"));
        world.inTransaction((Runnable) () -> world.queues.decide(new ConfigureQueue(EMAIL, 3)));
        world.inTransaction((Runnable) () -> world.queues.decide(new ResumeQueue(EMAIL)));
        world.inTransaction((Runnable) () -> world.queues.decide(new ResumeQueue(EMAIL)));

        assertThat(world.events)
                .extracting(DomainEventMessage::getPayload)
                .isEqualTo(List.of(new QueuePaused(EMAIL), new QueueConfigured(EMAIL, 16, 3), new QueueResumed(EMAIL)));
        assertThat(world.events)
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L, 2L);
        assertThat(world.events)
                .extracting(DomainEventMessage::getAggregateIdentifier)
                .containsOnly("job-queue:email");
        assertThat(world.database.countOf(
                        "jobs.platform_queue where name = 'email' and concurrency = 3 and not paused"))
                .isEqualTo(1);
        assertThat(world.signals).hasValue(3);
    }

    @Test
    void aPauseNeedsAReason() {
        assertThat(world.refusalOf(() -> world.queues.decide(new PauseQueue(EMAIL), " ")))
                .returns("reason", Rejection::field);
        assertThat(world.events).isEmpty();
    }

    @Test
    void aQueueThatDoesNotExistIsNotFound() {
        assertThat(world.refusalOf(() -> world.queues.decide(new ResumeQueue(new QueueName("nowhere")))))
                .returns(ErrorCode.JOB_QUEUE_NOT_FOUND, Rejection::code);
    }
}
