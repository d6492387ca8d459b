package io.keelson.job.type.workflow;

import java.util.UUID;

/** Cancels the job of a node in the running transaction. */
@FunctionalInterface
public interface ChildCancellation {
    /** Ends a waiting job at once and tells a running one to end. Twice, or after its end: changes nothing. */
    void cancel(UUID jobId);
}
