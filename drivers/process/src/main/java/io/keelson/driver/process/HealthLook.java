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
        DatabaseLook database,
        StorageLook storage,
        WorkloadUsage usage) {
    HealthReport look(InstanceSpec spec) throws IOException, DriverException, InterruptedException {
        UUID id = spec.instanceId();
        ProcessWorkload release = Specification.workload(spec);
        Optional<ProcessEntry> workload = workloads.find(id);
        Integer port = records.find(id).map(InstanceRecord::port).orElse(null);
        ApiLook.Seen answer = api.look(spec, release, port, workload.isPresent());
        StorageLook.Seen disk = storage.look(spec);
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(database.look(id));
        checks.addAll(answer.checks());
        checks.add(workers(id, workload));
        checks.add(disk.check());
        return new HealthReport(
                checks, metrics(id, workload, answer, disk.bytes()), workload.isPresent(), lastWords(id, workload));
    }

    private static HealthCheck workers(UUID id, Optional<ProcessEntry> workload) {
        return workload.map(entry -> new HealthCheck(
                        HealthArea.WORKERS, Status.PASS, "The workload runs as process %d.".formatted(entry.pid())))
                .orElseGet(() -> new HealthCheck(
                        HealthArea.WORKERS, Status.FAIL, "The workload of instance %s does not run.".formatted(id)));
    }

    private HealthMetrics metrics(
            UUID id, Optional<ProcessEntry> workload, ApiLook.Seen answer, @Nullable Long diskBytes)
            throws IOException {
        if (workload.isEmpty()) {
            usage.forget(id);
            return new HealthMetrics(null, null, diskBytes, null, answer.errorRate(), null);
        }
        WorkloadUsage.Usage used = usage.of(id, workload.get());
        return new HealthMetrics(
                used.cpuCores(), used.memoryBytes(), diskBytes, null, answer.errorRate(), answer.latencyMillis());
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
