package io.keelson.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The processes of one cluster, found by their working directory: a postmaster and all its children work in the data
 * directory. Unlike a process number in a file, this cannot point to a stranger after a reboot.
 */
final class ClusterProcesses {
    private ClusterProcesses() {}

    static List<ProcessHandle> of(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, data))
                .toList();
    }

    static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException _) {
            return false;
        }
    }
}
