package io.keelson.driver.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What came back while a workload was watched, held against the thresholds of requirement PF-1, 10.3. */
final class WatchedAnswers {
    private static final double MOST_UNHEALTHY = 0.10;
    private static final double MOST_ERRORS = 0.05;
    private static final long SLOWEST_MILLIS = 2_000;
    private static final double PERCENTILE = 0.95;
    /** So many failed health checks in a row need no further look. */
    private static final int HOPELESS = 10;
    /** A share of fewer answers says nothing. */
    private static final int FEW = 20;

    private final List<Long> nanos = new ArrayList<>();
    private int checks;
    private int unhealthy;
    private int unhealthyInARow;
    private int errors;
    private RequestFigures told = RequestFigures.UNKNOWN;
    private double toldRequests;

    void took(long duration) {
        nanos.add(duration);
    }

    void health(boolean well) {
        checks++;
        unhealthyInARow = well ? 0 : unhealthyInARow + 1;
        unhealthy += well ? 0 : 1;
        page(well);
    }

    void page(boolean well) {
        errors += well ? 0 : 1;
    }

    /** What the workload has counted itself in these seconds. */
    void told(RequestFigures figures, double seconds) {
        told = figures;
        toldRequests = figures.requests(seconds);
    }

    boolean isHopeless() {
        return unhealthyInARow >= HOPELESS;
    }

    /** Why the workload does not do well, or null when it does. */
    @Nullable
    String objection() {
        if (unhealthy > checks * MOST_UNHEALTHY) {
            return "%d of %d health checks failed".formatted(unhealthy, checks);
        }
        if (errors > nanos.size() * MOST_ERRORS) {
            return "%d of %d requests failed".formatted(errors, nanos.size());
        }
        return p95Millis() > SLOWEST_MILLIS
                ? "95 %% of the requests took up to %d ms".formatted(p95Millis())
                : toldObjection();
    }

    private @Nullable String toldObjection() {
        if (toldRequests < FEW) {
            return null;
        }
        if (told.errorRate() != null && told.errorRate() > MOST_ERRORS) {
            return "it has itself counted %.0f %% of %.0f answers as errors"
                    .formatted(told.errorRate() * 100, toldRequests);
        }
        return told.p95Millis() != null && told.p95Millis() > SLOWEST_MILLIS
                ? "by its own figures 95 %% of its answers took up to %.0f ms".formatted(told.p95Millis())
                : null;
    }

    String summary() {
        return "%d requests were watched, %d failed, 95 %% took at most %d ms."
                .formatted(nanos.size(), errors, p95Millis());
    }

    private long p95Millis() {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(sorted.size() * PERCENTILE) - 1;
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(Math.max(0, index)));
    }
}
