package io.keelson.api.job.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.job.QueueName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says how many jobs of a queue run at the same time on one node, 1 to 1,000. Twice: changes nothing. */
public record ConfigureQueue(@TargetAggregateIdentifier QueueName queue, int concurrency) implements JobQueueCommand {
    private static final int MOST = 1_000;

    public ConfigureQueue {
        if (concurrency < 1 || concurrency > MOST) {
            throw RejectedException.invalid(
                    "concurrency", "concurrency is %d; it must be 1 to 1000.".formatted(concurrency));
        }
    }
}
