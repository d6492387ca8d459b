package io.keelson.driver.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Under which names the usual libraries tell about requests: Prometheus' own clients, Micrometer, OpenTelemetry. */
final class RequestMetricNames {
    /** Requests, one by one. */
    static final String COUNTER = "http_requests_total";

    /** How long requests took; the first one that a workload has counts. */
    static final List<String> DURATIONS = List.of(
            "http_server_request_duration_seconds", "http_server_requests_seconds", "http_request_duration_seconds");

    static final String COUNT = "_count";
    static final String BUCKET = "_bucket";
    private static final List<String> STATUS =
            List.of("status", "code", "status_code", "http_response_status_code", "http_status_code");
    private static final List<String> PATH = List.of("path", "uri", "http_route", "route", "handler");

    private RequestMetricNames() {}

    static boolean isKnown(String name) {
        return name.equals(COUNTER)
                || DURATIONS.stream()
                        .anyMatch(family -> name.startsWith(family)
                                && (name.substring(family.length()).equals(COUNT)
                                        || name.substring(family.length()).equals(BUCKET)));
    }

    /** The status of the counted answers, for example {@code 200} or {@code 5xx}, or null when it is not told. */
    static @Nullable String status(MetricSample sample) {
        return first(STATUS, sample.labels());
    }

    static @Nullable String path(MetricSample sample) {
        return first(PATH, sample.labels());
    }

    private static @Nullable String first(List<String> names, Map<String, String> labels) {
        Stream<String> values = names.stream().map(labels::get).filter(Objects::nonNull);
        return values.findFirst().orElse(null);
    }
}
