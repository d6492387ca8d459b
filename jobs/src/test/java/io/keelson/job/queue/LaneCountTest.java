package io.keelson.job.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LaneCountTest {
    private final LaneCount count = new LaneCount(1, 8, new LaneScaling(3, 0.5));

    @Test
    void oneMoreLaneIsOpenedForEveryThresholdOfWaitingJobs() {
        open(1);

        assertThat(count.missing(1, 0)).isEqualTo(1);
        assertThat(count.missing(3, 0)).isZero();
        assertThat(count.missing(7, 0)).isEqualTo(2);
        assertThat(count.missing(1_000, 0)).isEqualTo(4);
    }

    @Test
    void anIdleLaneStaysWhileTheBacklogIsAboveTheLowerThreshold() {
        open(4);
        count.missing(3, 0);
        assertThat(count.leave(false)).isFalse();

        count.missing(2, 0);

        assertThat(count.leave(false)).isTrue();
        assertThat(count.live()).isEqualTo(3);
    }

    @Test
    void theMinimumStays() {
        open(2);
        count.missing(0, 0);

        assertThat(count.leave(false)).isTrue();
        assertThat(count.leave(false)).isFalse();
        assertThat(count.live()).isEqualTo(1);
    }

    @Test
    void theUsualScalingGivesEachWaitingJobALane() {
        for (int waiting = 0; waiting < 100; waiting++) {
            assertThat(LaneScaling.DEFAULT.more(waiting)).isEqualTo(waiting);
        }
        assertThat(LaneScaling.DEFAULT.fewer(0, 5)).isTrue();
        assertThat(LaneScaling.DEFAULT.fewer(1, 5)).isFalse();
    }

    @Test
    void thresholdsWithoutAGapAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneScaling(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneScaling(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneScaling(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneScaling(Double.NaN, 0));
    }

    private void open(int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            assertThat(count.enter()).isTrue();
        }
    }
}
