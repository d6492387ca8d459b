package io.keelson.sample.storefront;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts answers and how long they took, and tells it in the text format of Prometheus. */
final class Metrics {
    /** Any other word would be a new counter each time. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Answers> answers = new ConcurrentSkipListMap<>();

    /** The answers with the same method and status; the last bucket is for what took longer than all others. */
    private static final class Answers {
        private final List<LongAdder> buckets =
                Stream.generate(LongAdder::new).limit(SECONDS.length + 1L).toList();
        private final LongAdder nanos = new LongAdder();

        void add(long took) {
            int bucket = 0;
            while (bucket < SECONDS.length && took > SECONDS[bucket] * NANOS_PER_SECOND) {
                bucket++;
            }
            nanos.add(took);
            buckets.get(bucket).increment();
        }
    }

    void count(String method, int status, long nanos) {
        String labels = "method=\"%s\",code=\"%d\"".formatted(METHODS.contains(method) ? method : "other", status);
        answers.computeIfAbsent(labels, _ -> new Answers()).add(nanos);
    }

    String text() {
        StringBuilder counters = new StringBuilder("# TYPE http_requests_total counter\n");
        StringBuilder histogram = new StringBuilder("# TYPE http_request_duration_seconds histogram\n");
        answers.forEach((labels, same) -> {
            long count = 0;
            for (int i = 0; i < same.buckets.size(); i++) {
                count += same.buckets.get(i).sum();
                String bound = i < SECONDS.length ? Double.toString(SECONDS[i]) : "+Inf";
                line(histogram, "http_request_duration_seconds_bucket", labels + ",le=\"%s\"".formatted(bound), count);
            }
            line(histogram, "http_request_duration_seconds_sum", labels, same.nanos.sum() / NANOS_PER_SECOND);
            line(histogram, "http_request_duration_seconds_count", labels, count);
            line(counters, "http_requests_total", labels, count);
        });
        return counters.append(histogram).toString();
    }

    private static void line(StringBuilder text, String name, String labels, Number value) {
        text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }
}
