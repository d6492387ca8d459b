package io.keelson.job.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keelson.job.worker.FleetLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetSizeTest {
    private static final FleetLoad QUIET = new FleetLoad(0, 2, 0, 20);
    private static final FleetLoad CROWDED = new FleetLoad(100, 2, 20, 20);
    private static final FleetLoad BETWEEN = new FleetLoad(15, 2, 20, 20);

    private final FleetSize size = new FleetSize(rule(1, 4));
    private int running = 2;
    private long second;

    @Test
    void aBacklogThatLastsGetsOneMoreAtATime() {
        assertThat(after(CROWDED, 8)).containsExactly(2, 2, 2, 3, 3, 3, 3, 4);
        assertThat(after(CROWDED, 20)).containsOnly(4);
    }

    @Test
    void aBacklogThatComesAndGoesChangesNothing() {
        for (int wave = 0; wave < 50; wave++) {
            assertThat(after(CROWDED, 2)).containsOnly(2);
            assertThat(after(QUIET, 3)).containsOnly(2);
        }
    }

    @Test
    void quietThatLastsEndsOneAtATimeDownToTheMinimum() {
        assertThat(after(QUIET, 10)).containsOnly(2);
        assertThat(after(QUIET, 30)).endsWith(1, 1, 1);
        running = 1;
        assertThat(after(QUIET, 60)).containsOnly(1);
    }

    @Test
    void betweenTheThresholdsNothingHappensHoweverLongItLasts() {
        assertThat(after(BETWEEN, 200)).containsOnly(2);
    }

    @Test
    void lanesThatAreAllBusyKeepTheirProcessesEvenWhenNothingWaits() {
        assertThat(after(new FleetLoad(0, 2, 19, 20), 200)).containsOnly(2);
    }

    @Test
    void oneThatHasNotArrivedIsWaitedFor() {
        for (int look = 0; look < 60; look++) {
            assertThat(size.wanted(CROWDED, 2, 1, nanos(look))).isEqualTo(2);
        }
    }

    @Test
    void theBoundsHoldAtOnce() {
        assertThat(size.wanted(QUIET, 0, 0, nanos(0))).isEqualTo(1);
        assertThat(size.wanted(CROWDED, 7, 7, nanos(1))).isEqualTo(4);
    }

    @Test
    void rulesThatCannotWorkAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(-1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingRule(0, 1, 10, 1, 1, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingRule(0, 1, 0, 1, 0, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingRule(0, 1, 10, Double.NaN, 0, Duration.ZERO, Duration.ZERO));
    }

    /** What is wanted at each of so many looks, a second apart; each time it is done. */
    private List<Integer> after(FleetLoad load, int looks) {
        List<Integer> wanted = new ArrayList<>();
        for (int look = 0; look < looks; look++) {
            running = size.wanted(load, running, running, nanos(second++));
            wanted.add(running);
        }
        return wanted;
    }

    private static long nanos(long seconds) {
        return Duration.ofSeconds(seconds).toNanos() - 5_000_000_000L;
    }

    private static ScalingRule rule(int min, int max) {
        return new ScalingRule(min, max, 10, 1, 0, Duration.ofSeconds(3), Duration.ofSeconds(30));
    }
}
