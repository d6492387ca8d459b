package io.keelson.job.type.workflow;

import io.keelson.job.queue.JobStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The job of a node.
 *
 * @param error its last error, or null
 */
record ChildJob(UUID id, JobStatus status, @Nullable String error) {
    boolean ended() {
        return status == JobStatus.SUCCEEDED || failed();
    }

    boolean failed() {
        return status == JobStatus.DEAD || status == JobStatus.CANCELLED;
    }
}
