package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.util.OptionalInt;

/** Says how a workload ended by itself. */
record WorkloadExit(InstanceRecords records, Workloads workloads, ControlGroups groups) {
    DriverException describe(InstanceSpec spec) throws IOException {
        InstanceDirectory directory = records.directory(spec.instanceId());
        OptionalInt status = workloads.exitStatus(spec.instanceId());
        String words = InstanceSecrets.of(directory).mask(LogTail.of(WorkloadLog.of(directory)));
        return new DriverException(
                FailureCode.WORKLOAD_EXITED,
                "The workload of instance %s ended by itself%s%s.%s"
                        .formatted(
                                spec.instanceId(),
                                status.isPresent() ? " with exit status " + status.getAsInt() : "",
                                groups.ranOutOfMemory(spec.instanceId())
                                        ? "; it was killed for using more than its %d MiB of memory"
                                                .formatted(spec.memoryMegabytes())
                                        : "",
                                words.isEmpty() ? " It printed nothing." : " It printed last:\n" + words));
    }
}
