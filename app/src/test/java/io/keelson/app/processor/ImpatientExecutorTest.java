package io.keelson.app.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImpatientExecutorTest {
    private final ImpatientExecutor executor = new ImpatientExecutor("impatient");

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aLongPauseIsCutShort() {
        ScheduledFuture<?> task = executor.schedule(() -> {}, 1, TimeUnit.MINUTES);

        assertThat(task.getDelay(TimeUnit.MILLISECONDS)).isBetween(1_000L, 2_000L);
    }

    @Test
    void aShortPauseIsKept() {
        ScheduledFuture<?> task = executor.schedule(() -> {}, 500, TimeUnit.MILLISECONDS);

        assertThat(task.getDelay(TimeUnit.MILLISECONDS)).isBetween(1L, 500L);
    }
}
