package io.keelson.job.worker;

import io.keelson.api.worker.NodeRole;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is, as long as its process lives.
 *
 * @param process under which a supervisor started it, or null when nobody did
 * @param version version of the program
 */
public record WorkerProfile(Set<NodeRole> roles, @Nullable UUID process, String version) {
    /** Whether the process has nothing to do once it takes no more jobs. */
    public boolean onlyWorker() {
        return roles.equals(Set.of(NodeRole.WORKER));
    }

    static long pid() {
        return ProcessHandle.current().pid();
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
