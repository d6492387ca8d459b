package io.keelson.job.queue;

import java.time.Duration;

/** Interrupts jobs whose time-out is over or that were cancelled, and gives their threads up when that does not help. */
final class DeadlineWatch implements Runnable {
    private final HeldJobs held;
    private final LaneCount lanes;
    private final WakeUp dispatcher;
    private final Duration abandonAfter;

    DeadlineWatch(HeldJobs held, LaneCount lanes, WakeUp dispatcher, Duration abandonAfter) {
        this.held = held;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.abandonAfter = abandonAfter;
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        for (RunningJob job : held.all()) {
            Duration overdue = job.overdue(now);
            if (!overdue.isNegative()) {
                job.interruptAtDeadline();
            }
            if (overdue.compareTo(abandonAfter) >= 0) {
                abandon(job);
            }
        }
    }

    private void abandon(RunningJob job) {
        JobOutcome outcome = job.cancelled() ? cancelled(job) : timedOut(job);
        if (held.settle(job, outcome)) {
            JobAttempt.told(outcome, null);
            lanes.lose();
            dispatcher.call();
        }
    }

    private static JobOutcome timedOut(RunningJob job) {
        String message = "The time-out of %s is over and its thread does not end."
                .formatted(job.row().timeout());
        return JobOutcome.failed(job.row(), JobError.of(JobError.Kind.ABANDONED, message), true);
    }

    private static JobOutcome cancelled(RunningJob job) {
        return JobOutcome.cancelled(job.row(), "It was cancelled while it ran, and its thread does not end.");
    }
}
