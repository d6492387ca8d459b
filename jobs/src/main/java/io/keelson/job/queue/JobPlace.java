package io.keelson.job.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a job waits.
 *
 * @param queue one of {@code jobs.platform_queue}
 * @param priority 1 to 10, 10 is most urgent
 * @param runAt not before this moment, or null for at once
 * @param serialKey of a tenant's jobs with the same key one runs at a time, in the order in which they were enqueued,
 *     whatever their priorities; a job that is tried again keeps its turn. Null for no order
 */
public record JobPlace(
        String queue,
        int priority,
        @Nullable Instant runAt,
        @Nullable String serialKey) {
    /** The queue for whatever asks for no other. */
    public static final String DEFAULT_QUEUE = "default";

    private static final int NORMAL = 5;

    /** At once, with normal priority, in no order. */
    public static JobPlace in(String queue) {
        return new JobPlace(queue, NORMAL, null, null);
    }
}
