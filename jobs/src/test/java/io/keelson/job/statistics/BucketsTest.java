package io.keelson.job.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void theMiddleOfABucketIsAtMostTenPercentOff() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            // From 0.1 ms to a month.
            long nanos = Math.round(100_000 * Math.exp(random.nextDouble() * Math.log(2.592e10)));
            double off = Buckets.middle(Buckets.of(Duration.ofNanos(nanos))).toNanos() / (double) nanos - 1;
            assertThat(Math.abs(off)).as("%d ns, seed %d", nanos, seed).isLessThanOrEqualTo(0.1);
        }
    }

    @Test
    void whatIsTooShortOrTooLongHasABucketToo() {
        assertThat(Buckets.of(Duration.ofNanos(-5))).isZero();
        assertThat(Buckets.of(Duration.ZERO)).isZero();
        assertThat(Buckets.of(Duration.ofDays(36_500))).isEqualTo(135);
    }
}
