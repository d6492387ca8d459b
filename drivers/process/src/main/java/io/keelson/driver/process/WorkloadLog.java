package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that takes a workload's output. */
final class WorkloadLog {
    private static final long MOST_BYTES = 10L << 20;

    private WorkloadLog() {}

    static Path of(InstanceDirectory directory) {
        return directory.log(LaunchedCommand.WORKLOAD);
    }

    /** Makes the file; a long one is put aside, in place of the one put aside before. */
    static void open(InstanceDirectory directory) throws IOException {
        Path log = of(directory);
        PrivateFiles.makeDirectory(PrivateFiles.parentOf(log));
        if (Files.exists(log) && Files.size(log) > MOST_BYTES) {
            Files.move(log, aside(directory), StandardCopyOption.REPLACE_EXISTING);
        }
        PrivateFiles.createIfMissing(log);
    }

    static void delete(InstanceDirectory directory) throws IOException {
        PrivateFiles.delete(of(directory));
        PrivateFiles.delete(aside(directory));
    }

    private static Path aside(InstanceDirectory directory) {
        return directory.log(LaunchedCommand.WORKLOAD + ".1");
    }
}
