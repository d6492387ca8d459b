package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.HealthArea;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthCheck.Status;
import io.keelson.driver.HealthMetrics;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at everything that says how a running instance is. */
record HealthLook(
        InstanceRecords records,
        Workloads workloads,
        ApiLook api,
        MetricsLook metrics,
        DatabaseLook database,
        StorageLook storage,
        WorkloadUsage usage) {
    HealthReport look(InstanceSpec spec) throws IOException, DriverException, InterruptedException {
        UUID id = spec.instanceId();
        ProcessWorkload release = Specification.workload(spec);
        Optional<ProcessEntry> workload = workloads.find(id);
        Integer port = records.find(id).map(InstanceRecord::port).orElse(null);
        ApiLook.Seen answer = api.look(spec, release, port, workload.isPresent());
        MetricsLook.Seen figures = figures(spec, release, port, workload, answer);
        StorageLook.Seen disk = storage.look(spec);
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(database.look(id));
        checks.addAll(complaining(answer.checks(), figures.complaint(), id));
        checks.add(workers(id, workload));
        checks.add(disk.check());
        return new HealthReport(
                checks,
                metrics(release, id, workload, answer, figures.figures(), disk.bytes()),
                workload.isPresent(),
                lastWords(id, workload));
    }

    /** What does not answer on its health path is not asked for more. */
    private MetricsLook.Seen figures(
            InstanceSpec spec,
            ProcessWorkload release,
            @Nullable Integer port,
            Optional<ProcessEntry> workload,
            ApiLook.Seen answer)
            throws IOException, InterruptedException {
        return port == null || workload.isEmpty() || answer.latencyMillis() == null
                ? MetricsLook.Seen.NOTHING
                : metrics.look(spec, release, port, workload.get());
    }

    /** Figures that cannot be read do not keep a workload from serving, but somebody should look at it. */
    private List<HealthCheck> complaining(List<HealthCheck> checks, @Nullable String complaint, UUID id)
            throws IOException {
        if (complaint == null) {
            return checks;
        }
        String words = InstanceSecrets.of(records.directory(id)).mask(complaint);
        return checks.stream()
                .map(check -> check.area() == HealthArea.API && check.status() != Status.FAIL
                        ? new HealthCheck(
                                check.area(), Status.WARN, check.responseTime(), check.message() + " " + words)
                        : check)
                .toList();
    }

    private static HealthCheck workers(UUID id, Optional<ProcessEntry> workload) {
        return workload.map(entry -> new HealthCheck(
                        HealthArea.WORKERS, Status.PASS, "The workload runs as process %d.".formatted(entry.pid())))
                .orElseGet(() -> new HealthCheck(
                        HealthArea.WORKERS, Status.FAIL, "The workload of instance %s does not run.".formatted(id)));
    }

    private HealthMetrics metrics(
            ProcessWorkload release,
            UUID id,
            Optional<ProcessEntry> workload,
            ApiLook.Seen answer,
            RequestFigures figures,
            @Nullable Long diskBytes)
            throws IOException {
        Double errorRate = release.metricsPath() == null ? answer.errorRate() : figures.errorRate();
        if (workload.isEmpty()) {
            usage.forget(id);
            return new HealthMetrics(null, null, diskBytes, null, errorRate, null, null);
        }
        WorkloadUsage.Usage used = usage.of(id, workload.get());
        return new HealthMetrics(
                used.cpuCores(),
                used.memoryBytes(),
                diskBytes,
                figures.requestsPerSecond(),
                errorRate,
                answer.latencyMillis(),
                figures.p95Millis());
    }

    private @Nullable String lastWords(UUID id, Optional<ProcessEntry> workload) throws IOException {
        if (workload.isPresent()) {
            return null;
        }
        InstanceDirectory directory = records.directory(id);
        String words = InstanceSecrets.of(directory).mask(LogTail.of(WorkloadLog.of(directory)));
        return words.isEmpty() ? null : words;
    }
}
