package io.keelson.driver.process;

import com.sun.management.OperatingSystemMXBean;
import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine can give at most to one instance. Instances may together be promised more than there is. */
record MachineCapacity(int cpuMillis, long memoryMegabytes, long freeDiskMegabytes) {
    private static final int MILLIS_PER_CORE = 1_000;
    private static final int MEGABYTE_BITS = 20;

    static MachineCapacity of(Path directory) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new MachineCapacity(
                Runtime.getRuntime().availableProcessors() * MILLIS_PER_CORE,
                system.getTotalMemorySize() >> MEGABYTE_BITS,
                Files.getFileStore(directory).getUsableSpace() >> MEGABYTE_BITS);
    }

    void requireFor(InstanceSpec spec) throws DriverException {
        require(spec, "thousandths of a core", spec.cpuMillis(), cpuMillis);
        require(spec, "MiB of memory", spec.memoryMegabytes(), memoryMegabytes);
        require(spec, "MiB of storage", spec.storageMegabytes(), freeDiskMegabytes);
    }

    private static void require(InstanceSpec spec, String unit, long wanted, long available) throws DriverException {
        if (wanted > available) {
            throw new DriverException(
                    FailureCode.CAPACITY_EXCEEDED,
                    "Instance %s asks for %,d %s, this machine can give %,d. Ask for less or choose another machine."
                            .formatted(spec.instanceId(), wanted, unit, available));
        }
    }
}
