package io.keelson.app.processor;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * One thread on which nothing waits for longer than two seconds. Axon doubles the pause of a processor with every failed
 * read up to a minute and offers no setting for it; after an outage of the database, operations would stand still for as
 * long again.
 */
final class ImpatientExecutor extends ScheduledThreadPoolExecutor {
    private static final long LONGEST_MILLIS = 2_000;

    ImpatientExecutor(String name) {
        super(1, new AxonThreadFactory(name));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, Math.min(unit.toMillis(delay), LONGEST_MILLIS), TimeUnit.MILLISECONDS);
    }
}
