package io.keelson.job.statistics;

import io.keelson.api.job.query.JobTimes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each bucket was hit. */
final class Histogram {
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;
    private static final double NEARLY_ALL = 0.99;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    void add(int bucket, long count) {
        counts.merge(bucket, count, Long::sum);
    }

    JobTimes times() {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new JobTimes(total, quantile(HALF, total), quantile(MOST, total), quantile(NEARLY_ALL, total));
    }

    private @Nullable Duration quantile(double share, long total) {
        long rank = (long) Math.ceil(share * total);
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return Buckets.middle(bucket.getKey());
            }
        }
        return null;
    }
}
