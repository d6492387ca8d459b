package io.keelson.driver.process;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a workload has counted since it began.
 *
 * @param requests what it answered
 * @param errors of these, what had a status of 500 or more; null when it does not tell statuses
 * @param buckets how many of them took at most so many seconds, or nothing when it does not tell
 */
record RequestCounts(double requests, @Nullable Double errors, NavigableMap<Double, Double> buckets) {
    static final RequestCounts NONE = new RequestCounts(0, 0.0, new TreeMap<>());
    /** More than any library has; a workload with more would be remembered at too great a length. */
    private static final int MOST_BUCKETS = 200;
    /** Beyond this a counter of this kind no longer counts one by one. */
    private static final double MOST = 1L << 53;
    /** A request that took longer than a year was none. */
    private static final double LONGEST_SECONDS = 31_622_400;

    RequestCounts {
        buckets = Collections.unmodifiableNavigableMap(new TreeMap<>(buckets));
    }

    /**
     * Adds up the samples over all methods, paths and statuses.
     *
     * @param own paths that the platform asks itself, and which say nothing about visitors
     * @return empty when nothing is told about requests
     */
    static Optional<RequestCounts> of(List<MetricSample> samples, Set<String> own) {
        Optional<String> durations = RequestMetricNames.DURATIONS.stream()
                .filter(family -> has(samples, family + RequestMetricNames.COUNT))
                .findFirst();
        boolean counter = has(samples, RequestMetricNames.COUNTER);
        if (!counter && durations.isEmpty()) {
            return Optional.empty();
        }
        String counted = counter ? RequestMetricNames.COUNTER : durations.get() + RequestMetricNames.COUNT;
        List<MetricSample> visitors = samples.stream()
                .filter(sample -> sample.value() >= 0 && sample.value() <= MOST)
                .filter(sample -> !own.contains(String.valueOf(RequestMetricNames.path(sample))))
                .toList();
        List<MetricSample> requests = named(visitors, counted);
        return Optional.of(new RequestCounts(
                sum(requests),
                errors(requests),
                durations
                        .map(family -> buckets(named(visitors, family + RequestMetricNames.BUCKET)))
                        .orElseGet(TreeMap::new)));
    }

    /** Whether counting has begun anew since: a counter never falls otherwise. */
    boolean isBegunAnew(RequestCounts before) {
        return requests < before.requests
                || buckets.entrySet().stream()
                        .anyMatch(bucket -> bucket.getValue() < before.buckets.getOrDefault(bucket.getKey(), 0.0));
    }

    private static boolean has(List<MetricSample> samples, String name) {
        return samples.stream().anyMatch(sample -> sample.name().equals(name));
    }

    private static List<MetricSample> named(List<MetricSample> samples, String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    private static double sum(List<MetricSample> samples) {
        return samples.stream().mapToDouble(MetricSample::value).sum();
    }

    private static @Nullable Double errors(List<MetricSample> requests) {
        if (!requests.isEmpty() && requests.stream().allMatch(sample -> RequestMetricNames.status(sample) == null)) {
            return null;
        }
        return sum(requests.stream().filter(RequestCounts::isError).toList());
    }

    private static boolean isError(MetricSample sample) {
        String status = RequestMetricNames.status(sample);
        return status != null && status.length() == 3 && status.startsWith("5");
    }

    private static NavigableMap<Double, Double> buckets(List<MetricSample> samples) {
        NavigableMap<Double, Double> buckets = new TreeMap<>();
        for (MetricSample sample : samples) {
            bound(sample).ifPresent(bound -> buckets.merge(bound, sample.value(), Double::sum));
        }
        return buckets.size() > MOST_BUCKETS ? new TreeMap<>() : buckets;
    }

    private static Optional<Double> bound(MetricSample bucket) {
        String bound = bucket.labels().getOrDefault("le", "");
        if (bound.equals("+Inf")) {
            return Optional.of(Double.POSITIVE_INFINITY);
        }
        try {
            double seconds = Double.parseDouble(bound);
            return seconds >= 0 && seconds <= LONGEST_SECONDS ? Optional.of(seconds) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
