package io.keelson.driver.process;

import io.keelson.driver.HealthArea;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthCheck.Status;
import io.keelson.driver.InstanceSpec;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks at what an instance keeps and at the room that is left. */
record StorageLook(InstanceRecords records, DiskUsage usage) {
    private static final double SCARCE = 0.05;
    private static final double FULL = 0.01;

    /**
     * What was seen.
     *
     * @param bytes what it keeps, or null when that cannot be known
     */
    record Seen(HealthCheck check, @Nullable Long bytes) {}

    Seen look(InstanceSpec spec) throws IOException {
        Path data = records.directory(spec.instanceId()).data();
        if (!Files.isDirectory(data)) {
            return new Seen(fail("Data directory %s is gone.".formatted(data)), null);
        }
        if (!Files.isWritable(data)) {
            return new Seen(fail("Data directory %s cannot be written.".formatted(data)), null);
        }
        Long bytes = bytes(spec, data);
        FileStore disk = Files.getFileStore(data);
        double free = (double) disk.getUsableSpace() / Math.max(1, disk.getTotalSpace());
        if (free < FULL) {
            return new Seen(fail("The disk of %s is full.".formatted(data)), bytes);
        }
        if (free < SCARCE) {
            return new Seen(warn("%.1f %% of the disk of %s are free.".formatted(free * 100, data)), bytes);
        }
        if (bytes != null && bytes >> 20 > spec.storageMegabytes()) {
            return new Seen(
                    warn("It keeps %d MiB, more than its %d MiB.".formatted(bytes >> 20, spec.storageMegabytes())),
                    bytes);
        }
        return new Seen(new HealthCheck(HealthArea.STORAGE, Status.PASS, "The data directory can be written."), bytes);
    }

    private @Nullable Long bytes(InstanceSpec spec, Path data) throws IOException {
        try {
            return usage.of(spec.instanceId(), data);
        } catch (SQLException unknown) {
            return null;
        }
    }

    private static HealthCheck fail(String message) {
        return new HealthCheck(HealthArea.STORAGE, Status.FAIL, message);
    }

    private static HealthCheck warn(String message) {
        return new HealthCheck(HealthArea.STORAGE, Status.WARN, message);
    }
}
