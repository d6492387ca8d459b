package io.keelson.job.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final Duration EARLY = Duration.ofSeconds(3);

    private final Restarts restarts = new Restarts();

    @Test
    void eachEarlyDeathDoublesThePauseUpToAMinute() {
        assertThat(restarts.died(0, EARLY, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(restarts.died(0, EARLY, 0)).isEqualTo(Duration.ofSeconds(2));
        for (int death = 0; death < 100; death++) {
            restarts.died(0, EARLY, 0);
        }
        assertThat(restarts.died(0, EARLY, 0)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aLongLifeBeginsAnew() {
        restarts.died(0, EARLY, 0);
        restarts.died(0, EARLY, 0);

        assertThat(restarts.died(0, Duration.ofMinutes(5), 0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void onlyTheSlotThatFailedWaits() {
        restarts.died(1, EARLY, 0);

        assertThat(restarts.mayStart(0, 0)).isTrue();
        assertThat(restarts.mayStart(1, Duration.ofMillis(999).toNanos())).isFalse();
        assertThat(restarts.mayStart(1, Duration.ofSeconds(1).toNanos())).isTrue();
    }
}
