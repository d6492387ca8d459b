package io.keelson.eventstore.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a command again when another one on the same aggregate was faster: five tries in all, with a growing random
 * pause. A command inside another message's transaction is not tried again, since that transaction is lost.
 */
public final class ConflictRetryScheduler implements RetryScheduler {
    private static final Logger log = LoggerFactory.getLogger(ConflictRetryScheduler.class);
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    private final ScheduledExecutorService executor;
    private final RandomGenerator random;

    /** @param random spreads the pauses, so that rivals do not meet again */
    public ConflictRetryScheduler(ScheduledExecutorService executor, RandomGenerator random) {
        this.executor = executor;
        this.random = random;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (failures.size() >= TRIES || CurrentUnitOfWork.isStarted() || !isConflict(lastFailure)) {
            return false;
        }
        try {
            ScheduledFuture<?> retry =
                    executor.schedule(dispatch, pauseAfter(failures.size()).toMillis(), TimeUnit.MILLISECONDS);
            log.debug(
                    "{} met another change, try {} of {} follows: {}",
                    command.getCommandName(),
                    failures.size() + 1,
                    TRIES,
                    retry);
            return true;
        } catch (RejectedExecutionException shuttingDown) {
            return false;
        }
    }

    private Duration pauseAfter(int failures) {
        long bound = FIRST_PAUSE.toMillis() << failures;
        return Duration.ofMillis(1 + random.nextLong(bound));
    }

    private static boolean isConflict(@Nullable Throwable failure) {
        return failure != null && (failure instanceof ConcurrencyException || isConflict(failure.getCause()));
    }
}
