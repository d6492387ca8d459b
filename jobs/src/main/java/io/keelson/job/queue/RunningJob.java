package io.keelson.job.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One try of a job on this node, as its handler sees it. */
public final class RunningJob {
    private final ClaimedJob row;
    private final JobReport report;
    private final Consumer<RunningJob> reporting;
    private final long claimedAt = System.nanoTime();
    private @Nullable Thread thread;
    private long begun;
    private long deadline;
    private Interruption atDeadline = Interruption.TIME_OUT;
    private boolean shielded;
    private boolean settled;
    private Interruption interruption = Interruption.NONE;

    /**
     * Makes a try that has not begun.
     *
     * @param reporting told when there is something new to save
     */
    RunningJob(ClaimedJob row, Consumer<RunningJob> reporting) {
        this.row = row;
        this.report = new JobReport(row.claim());
        this.reporting = reporting;
    }

    public UUID id() {
        return row.id();
    }

    public String type() {
        return row.type();
    }

    public String queue() {
        return row.queue();
    }

    /** JSON text, equal in content to what was enqueued. */
    public String payload() {
        return row.payload();
    }

    /** Number of this try, 1 for the first. */
    public int attempt() {
        return row.attempt();
    }

    public int maxAttempts() {
        return row.maxAttempts();
    }

    /** All zeros when it is the platform's own job. */
    public UUID tenantId() {
        return row.owner().tenantId();
    }

    public @Nullable UUID instanceId() {
        return row.owner().instanceId();
    }

    /** Id of the actor who wanted it. */
    public String createdBy() {
        return row.owner().createdBy();
    }

    public @Nullable UUID scheduleId() {
        return row.origin().scheduleId();
    }

    /** The moment of the schedule that this job is the run of. */
    public @Nullable Instant scheduledFor() {
        return row.origin().scheduledFor();
    }

    public @Nullable UUID parentId() {
        return row.origin().parentId();
    }

    /** Whether the try before overran its time-out and did not end when it was told to; it may still be at work. */
    public boolean previousTryAbandoned() {
        return row.abandoned();
    }

    /** Tells how far the work is, 0 to 100, and what is done now. Cheap; the last word within 250 ms is kept. */
    public void progress(int percent, String message) {
        if (report.progress(percent, message)) {
            reporting.accept(this);
        }
    }

    /** Keeps a line with the job: of each try the first 1,000 lines, and of each line 1,000 characters. Cheap. */
    public void log(String line) {
        if (report.log(line, System.nanoTime())) {
            reporting.accept(this);
        }
    }

    /** Whether somebody has cancelled it; its thread was interrupted, too, unless it is shielded. */
    public synchronized boolean cancelled() {
        return atDeadline == Interruption.CANCEL;
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

    JobReport report() {
        return report;
    }

    /** Marks the start; false when the job was given back before any lane took it. */
    synchronized boolean begin(Thread lane, long nanoTime) {
        if (settled) {
            return false;
        }
        thread = lane;
        begun = nanoTime;
        deadline = nanoTime + row.timeout().toNanos();
        return true;
    }

    synchronized boolean started() {
        return thread != null;
    }

    /** How long it has run; nothing before it has begun. */
    synchronized Duration ran(long nanoTime) {
        return thread == null ? Duration.ZERO : Duration.ofNanos(nanoTime - begun);
    }

    /** How long it has been on this node. */
    Duration held(long nanoTime) {
        return Duration.ofNanos(nanoTime - claimedAt);
    }

    /** Whether the caller is the one who decides how this try ended; true once. */
    synchronized boolean settle() {
        boolean first = !settled;
        settled = true;
        report.close();
        return first;
    }

    /** Its time is over now, because somebody wants it to end. Twice: changes nothing. */
    synchronized void cancel(long nanoTime) {
        if (atDeadline == Interruption.TIME_OUT) {
            atDeadline = Interruption.CANCEL;
            deadline = Math.min(deadline, nanoTime);
        }
    }

    /** Interrupts a job whose deadline is over, and tells it why. */
    synchronized void interruptAtDeadline() {
        interrupt(atDeadline);
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
