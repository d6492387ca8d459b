package io.keelson.job.health;

import static io.keelson.api.instance.InstanceHealth.DEGRADED;
import static io.keelson.api.instance.InstanceHealth.HEALTHY;
import static io.keelson.api.instance.InstanceHealth.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceHealth;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Judgement.Thresholds THREE_THREE_TWO = new Judgement.Thresholds(3, 3, 2);

    @Test
    void oneBadLookAmongGoodOnesChangesNothing() {
        assertThat(after(HEALTHY, UNHEALTHY, UNHEALTHY, HEALTHY, UNHEALTHY, UNHEALTHY))
                .isEqualTo(HEALTHY);
    }

    @Test
    void enoughBadLooksInARowCount() {
        assertThat(after(HEALTHY, UNHEALTHY, UNHEALTHY, UNHEALTHY)).isEqualTo(UNHEALTHY);
        assertThat(after(HEALTHY, DEGRADED, DEGRADED, DEGRADED)).isEqualTo(DEGRADED);
    }

    @Test
    void badLooksOfDifferentKindsCountAsTheMildestOfThem() {
        assertThat(after(HEALTHY, UNHEALTHY, DEGRADED, UNHEALTHY)).isEqualTo(DEGRADED);
    }

    @Test
    void itBecomesHealthySoonerThanUnhealthy() {
        assertThat(after(UNHEALTHY, HEALTHY)).isEqualTo(UNHEALTHY);
        assertThat(after(UNHEALTHY, HEALTHY, HEALTHY)).isEqualTo(HEALTHY);
        assertThat(after(UNHEALTHY, HEALTHY, DEGRADED, HEALTHY)).isEqualTo(DEGRADED);
    }

    @Test
    void aTurnToTheOtherSideBeginsAnew() {
        assertThat(after(DEGRADED, UNHEALTHY, UNHEALTHY, HEALTHY, UNHEALTHY, UNHEALTHY))
                .isEqualTo(DEGRADED);
    }

    @Test
    void itNeverChangesFasterThanItsThresholdsAllow() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        InstanceHealth[] seen = {HEALTHY, DEGRADED, UNHEALTHY};
        Judgement judgement = Judgement.HEALTHY;
        int sinceChange = 0;
        for (int look = 0; look < 100_000; look++) {
            Judgement next = judgement.after(seen[random.nextInt(seen.length)], THREE_THREE_TWO);
            sinceChange++;
            if (next.settled() != judgement.settled()) {
                assertThat(sinceChange).as("seed %d, look %d", seed, look).isGreaterThanOrEqualTo(2);
                sinceChange = 0;
            }
            judgement = next;
        }
    }

    private static InstanceHealth after(InstanceHealth before, InstanceHealth... seen) {
        Judgement judgement = Judgement.of(before);
        for (InstanceHealth one : seen) {
            judgement = judgement.after(one, THREE_THREE_TWO);
        }
        return judgement.settled();
    }
}
