package io.keelson.job.queue;

import java.time.Duration;
import java.util.UUID;

/**
 * A row of the queue that this node has taken.
 *
 * @param claim number of this taking; a result is accepted only while it is the newest
 * @param attempt number of this try, 1 for the first
 * @param abandoned whether the try before did not end when it was told to
 */
record ClaimedJob(
        UUID id,
        String type,
        String payload,
        int priority,
        int claim,
        int attempt,
        int maxAttempts,
        boolean abandoned,
        Duration timeout,
        Duration backoff) {
    /** The same, but allowed to take so long at most. */
    ClaimedJob within(Duration longest) {
        return timeout.compareTo(longest) <= 0
                ? this
                : new ClaimedJob(id, type, payload, priority, claim, attempt, maxAttempts, abandoned, longest, backoff);
    }
}
