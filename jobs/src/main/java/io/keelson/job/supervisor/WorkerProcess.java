package io.keelson.job.supervisor;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worker process as the table knows it.
 *
 * @param slot its number on this machine, below the allowed number of processes
 * @param process null until its start is recorded
 * @param age since it was wanted
 * @param stopping how long ago it was told that nobody wants it any more, or last reported while drained by somebody; else null
 * @param reporting whether a worker of this process has reported itself in the last seconds
 */
record WorkerProcess(
        UUID id,
        int slot,
        @Nullable LinuxProcess process,
        Duration age,
        @Nullable Duration stopping,
        boolean reporting) {
    WorkerProcess found(LinuxProcess running) {
        return new WorkerProcess(id, slot, running, age, stopping, reporting);
    }
}
