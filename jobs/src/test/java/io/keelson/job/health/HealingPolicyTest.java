package io.keelson.job.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.job.health.HealingPolicy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealingPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final HealingPolicy policy =
            new HealingPolicy(true, Duration.ofSeconds(10), Duration.ofSeconds(60), 4, Duration.ofHours(1));

    @Test
    void theFirstTryComesAtOnce() {
        assertThat(policy.verdict(List.of(), NOW)).isEqualTo(Verdict.START);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(List.of(policy.pause(1), policy.pause(2), policy.pause(3), policy.pause(4), policy.pause(400)))
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void theSecondTryWaitsForItsPause() {
        assertThat(policy.verdict(List.of(NOW.minusSeconds(9)), NOW)).isEqualTo(Verdict.WAIT);
        assertThat(policy.verdict(List.of(NOW.minusSeconds(10)), NOW)).isEqualTo(Verdict.START);
    }

    @Test
    void tooManyTriesWithinThePeriodEndIt() {
        List<Instant> tries =
                List.of(NOW.minusSeconds(1_000), NOW.minusSeconds(900), NOW.minusSeconds(800), NOW.minusSeconds(61));
        assertThat(policy.verdict(tries, NOW)).isEqualTo(Verdict.GIVE_UP);
    }

    @Test
    void triesOfBeforeThePeriodNoLongerCount() {
        List<Instant> tries = List.of(NOW.minusSeconds(3_601), NOW.minusSeconds(3_600), NOW.minusSeconds(30));
        assertThat(policy.counting(tries, NOW)).containsExactly(NOW.minusSeconds(30));
    }

    @Test
    void switchedOffItNeverStartsAnything() {
        HealingPolicy off = new HealingPolicy(false, Duration.ZERO, Duration.ZERO, 1, Duration.ofHours(1));
        assertThat(off.verdict(List.of(), NOW)).isEqualTo(Verdict.WAIT);
    }
}
