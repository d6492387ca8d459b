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

    private final List<Long> nanos = new ArrayList<>();
    private int checks;
    private int unhealthy;
    private int unhealthyInARow;
    private int errors;

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
        return p95Millis() > SLOWEST_MILLIS ? "95 %% of the requests took up to %d ms".formatted(p95Millis()) : null;
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
