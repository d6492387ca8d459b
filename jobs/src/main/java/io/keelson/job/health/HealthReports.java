package io.keelson.job.health;

import io.keelson.api.health.CheckStatus;
import io.keelson.api.health.HealthArea;
import io.keelson.api.health.HealthCheckView;
import io.keelson.api.health.HealthMetricsView;
import io.keelson.api.health.HealthReportView;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthMetrics;
import io.keelson.driver.HealthReport;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a driver has seen, in the words of the platform. */
final class HealthReports {
    /** An instance does not answer when one of these fails; any other failure leaves it answering. */
    private static final Set<io.keelson.driver.HealthArea> ANSWERING =
            EnumSet.of(io.keelson.driver.HealthArea.API, io.keelson.driver.HealthArea.WORKERS);

    private HealthReports() {}

    static InstanceHealth health(HealthReport report) {
        boolean silent = report.checks().stream()
                .anyMatch(check -> check.status() == HealthCheck.Status.FAIL && ANSWERING.contains(check.area()));
        if (silent || !report.running()) {
            return InstanceHealth.UNHEALTHY;
        }
        return report.worst() == HealthCheck.Status.PASS ? InstanceHealth.HEALTHY : InstanceHealth.DEGRADED;
    }

    /** Everything that is not as it should be, in one text. */
    static String reason(HealthReport report) {
        String reason = report.checks().stream()
                .filter(check -> check.status() != HealthCheck.Status.PASS)
                .map(HealthCheck::message)
                .collect(Collectors.joining(" "));
        return reason.isEmpty() ? "Every check passes." : reason;
    }

    static HealthReportView view(HealthReport report, Instant at) {
        HealthMetrics metrics = report.metrics();
        return new HealthReportView(
                at,
                status(report.worst()),
                report.running(),
                report.checks().stream().map(HealthReports::check).toList(),
                new HealthMetricsView(
                        metrics.cpuCores(),
                        metrics.memoryBytes(),
                        metrics.diskBytes(),
                        metrics.requestsPerSecond(),
                        metrics.errorRate(),
                        metrics.latencyMillis(),
                        metrics.latencyP95Millis()));
    }

    private static HealthCheckView check(HealthCheck check) {
        return new HealthCheckView(
                HealthArea.valueOf(check.area().name()), status(check.status()), check.responseTime(), check.message());
    }

    private static CheckStatus status(HealthCheck.Status status) {
        return CheckStatus.valueOf(status.name());
    }
}
