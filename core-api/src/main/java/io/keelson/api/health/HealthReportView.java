package io.keelson.api.health;

import java.time.Instant;
import java.util.List;

/**
 * What the last look at an instance has found.
 *
 * @param status the worst of all checks
 * @param running whether its workload ran
 */
public record HealthReportView(
        Instant at, CheckStatus status, boolean running, List<HealthCheckView> checks, HealthMetricsView metrics) {}
