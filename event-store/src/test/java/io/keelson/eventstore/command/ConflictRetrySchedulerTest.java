package io.keelson.eventstore.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConflictRetrySchedulerTest {
    private static final long SEED = 7;
    private static final CommandMessage<?> COMMAND = GenericCommandMessage.asCommandMessage("command");

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
    private final ConflictRetryScheduler scheduler = new ConflictRetryScheduler(executor, new Random(SEED));
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aConflictIsTriedFourTimesMore() {
        for (int failures = 1; failures < 5; failures++) {
            assertThat(retry(new ConcurrencyException("late"), failures)).isTrue();
        }
        assertThat(retry(new ConcurrencyException("late"), 5)).isFalse();
        await().atMost(Duration.ofSeconds(5)).until(() -> tries.get() == 4);
    }

    @Test
    void aWrappedConflictIsTriedAgainButNoOtherFailure() {
        assertThat(retry(new CommandExecutionException("failed", new ConcurrencyException("late")), 1))
                .isTrue();
        assertThat(retry(new AggregateStreamCreationException("taken"), 1)).isFalse();
        assertThat(retry(new IllegalStateException("broken"), 1)).isFalse();
    }

    @Test
    void aCommandInsideAnotherMessageIsNotTriedAgain() {
        DefaultUnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(COMMAND);
        try {
            assertThat(retry(new ConcurrencyException("late"), 1)).isFalse();
        } finally {
            outer.rollback();
        }
    }

    private boolean retry(RuntimeException failure, int failures) {
        List<Class<? extends Throwable>[]> history = Collections.nCopies(failures, null);
        return scheduler.scheduleRetry(COMMAND, failure, history, tries::incrementAndGet);
    }
}
