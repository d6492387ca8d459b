package io.keelson.job.queue;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try of a job on this node, as its handler sees it. */
public final class RunningJob {
    private final ClaimedJob row;
    private @Nullable Thread thread;
    private long deadline;
    private boolean shielded;
    private boolean settled;
    private Interruption interruption = Interruption.NONE;

    RunningJob(ClaimedJob row) {
        this.row = row;
    }

    public UUID id() {
        return row.id();
    }

    public String type() {
        return row.type();
    }

    /** JSON text, equal in content to what was enqueued. */
    public String payload() {
        return row.payload();
    }

    /** Number of this try, 1 for the first. */
    public int attempt() {
        return row.attempt();
    }

    /** Whether the try before overran its time-out and did not end when it was told to; it may still be at work. */
    public boolean previousTryAbandoned() {
        return row.abandoned();
    }

    /** Why the handler was interrupted, if it was. */
    public synchronized Interruption interruption() {
        return interruption;
    }

    /** From here on the handler is not interrupted any more: for recording an outcome. Twice: changes nothing. */
    public synchronized void shield() {
        shielded = true;
        // The flag was for the work; left set, it would make the connection pool refuse to record the outcome.
        Thread.interrupted();
    }

    ClaimedJob row() {
        return row;
    }

    /** Marks the start; false when the job was given back before any lane took it. */
    synchronized boolean begin(Thread lane, long nanoTime) {
        if (settled) {
            return false;
        }
        thread = lane;
        deadline = nanoTime + row.timeout().toNanos();
        return true;
    }

    synchronized boolean started() {
        return thread != null;
    }

    /** Whether the caller is the one who decides how this try ended; true once. */
    synchronized boolean settle() {
        boolean first = !settled;
        settled = true;
        return first;
    }

    synchronized void interrupt(Interruption why) {
        if (thread != null && !settled && !shielded && interruption == Interruption.NONE) {
            interruption = why;
            thread.interrupt();
        }
    }

    /** How long the deadline is over; negative before it and while the job waits for a lane. */
    synchronized Duration overdue(long nanoTime) {
        return thread == null ? Duration.ofNanos(-1) : Duration.ofNanos(nanoTime - deadline);
    }
}
