package io.keelson.job.statistics;

import java.time.Duration;

/** The buckets of a histogram of times: bucket n ends at 0.1 ms times 1.2 to the power of n. */
final class Buckets {
    private static final double FIRST_NANOS = 100_000;
    private static final double WIDTH = 1.2;
    /** More than 60 days. */
    private static final int LAST = 135;

    private Buckets() {}

    static int of(Duration time) {
        double ratio = time.toNanos() / FIRST_NANOS;
        return ratio <= 1 ? 0 : (int) Math.min(LAST, Math.ceil(Math.log(ratio) / Math.log(WIDTH)));
    }

    /** The time in the middle of a bucket, at most 10 % away from every time in it; the first is given by its end. */
    static Duration middle(int bucket) {
        double end = FIRST_NANOS * Math.pow(WIDTH, bucket);
        return Duration.ofNanos(Math.round(bucket == 0 ? end : end / Math.sqrt(WIDTH)));
    }
}
