package io.keelson.driver.process;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a workload did between two looks at its counters, reckoned as Prometheus does ({@code rate}, {@code
 * histogram_quantile}). What cannot be known is null.
 *
 * @param errorRate share of the answers that had a status of 500 or more, 0 to 1; null when there were no requests
 * @param p95Millis what 95 % of the answers took at most, interpolated within its bucket
 */
record RequestFigures(
        @Nullable Double requestsPerSecond,
        @Nullable Double errorRate,
        @Nullable Double p95Millis) {
    static final RequestFigures UNKNOWN = new RequestFigures(null, null, null);
    private static final double PERCENTILE = 0.95;
    private static final double MILLIS = 1_000;

    /** Counters that have fallen have begun anew, from nothing. */
    static RequestFigures between(RequestCounts before, RequestCounts now, double seconds) {
        if (seconds <= 0) {
            return UNKNOWN;
        }
        RequestCounts since = now.isBegunAnew(before) ? RequestCounts.NONE : before;
        double requests = now.requests() - since.requests();
        return new RequestFigures(requests / seconds, errorRate(since, now, requests), p95(since, now));
    }

    /** How many requests there were within so many seconds; 0 when it is not known. */
    double requests(double seconds) {
        return requestsPerSecond == null ? 0 : requestsPerSecond * seconds;
    }

    private static @Nullable Double errorRate(RequestCounts before, RequestCounts now, double requests) {
        if (before.errors() == null || now.errors() == null || requests <= 0) {
            return null;
        }
        return Math.clamp((now.errors() - before.errors()) / requests, 0.0, 1.0);
    }

    private static @Nullable Double p95(RequestCounts before, RequestCounts now) {
        NavigableMap<Double, Double> buckets = new TreeMap<>();
        double most = 0;
        for (Map.Entry<Double, Double> bucket : now.buckets().entrySet()) {
            // Each bucket holds all smaller ones; one that does not must not turn the order round.
            most = Math.max(most, bucket.getValue() - before.buckets().getOrDefault(bucket.getKey(), 0.0));
            buckets.put(bucket.getKey(), most);
        }
        return most <= 0 ? null : quantile(buckets, most * PERCENTILE);
    }

    private static @Nullable Double quantile(NavigableMap<Double, Double> buckets, double rank) {
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            double upper = bucket.getKey();
            double count = bucket.getValue();
            if (count >= rank) {
                if (Double.isInfinite(upper)) {
                    return lower <= 0 ? null : lower * MILLIS;
                }
                double share = count > below ? (rank - below) / (count - below) : 1;
                return Math.max(0, lower + (upper - lower) * share) * MILLIS;
            }
            lower = upper;
            below = count;
        }
        return null;
    }
}
