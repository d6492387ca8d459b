package io.keelson.api.worker.query;

import io.keelson.api.worker.NodeRole;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.WorkerState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker as it last reported itself.
 *
 * @param host machine on which it runs
 * @param pid number of its process on that machine
 * @param supervised whether Keelson started the process and ends it
 * @param version version of its program
 * @param lastSeen when it last reported itself; a second old at most while it lives
 * @param drainReason what a human gave as reason for draining it, or null
 * @param jobs what it holds, the oldest first, 100 at most
 */
public record WorkerView(
        WorkerId id,
        WorkerState state,
        String host,
        long pid,
        List<NodeRole> roles,
        boolean supervised,
        String version,
        Instant startedAt,
        Instant lastSeen,
        WorkerLanes lanes,
        WorkerHeap heap,
        @Nullable String drainReason,
        List<WorkerJob> jobs) {}
