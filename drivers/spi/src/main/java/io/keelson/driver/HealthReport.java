package io.keelson.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a running instance has found.
 *
 * @param checks at most one per area; an area that a driver cannot look at is left out
 * @param running whether the workload runs; false only when it is certain that it does not
 * @param lastWords the last lines that a workload printed which no longer runs, without secrets, or null
 */
public record HealthReport(
        List<HealthCheck> checks,
        HealthMetrics metrics,
        boolean running,
        @Nullable String lastWords) {
    /** Of a driver that cannot look. */
    public static final HealthReport NOTHING_KNOWN = new HealthReport(List.of(), HealthMetrics.UNKNOWN, true, null);

    public HealthReport {
        checks = List.copyOf(checks);
    }

    /** The worst of all checks; PASS when there is none. */
    public HealthCheck.Status worst() {
        return checks.stream().map(HealthCheck::status).max(Enum::compareTo).orElse(HealthCheck.Status.PASS);
    }
}
