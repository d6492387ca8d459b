package io.keelson.job.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of this node that run jobs. Each is a shift of the worker runtime and ends when there is nothing to do. */
final class Lanes implements ShiftWork {
    private static final Duration LONGEST_SHIFT = Duration.ofMinutes(10);

    private final LaneCount count;
    private final HeldJobs held;
    private final JobAttempt attempt;
    private final WakeUp dispatcher;
    private final Duration linger;
    private final Duration longestRun;
    private volatile int enough;
    private volatile long retiredUntil = System.nanoTime();

    /** Jobs on their way to a lane; an empty one only ends a lane's wait. */
    private final BlockingQueue<Optional<RunningJob>> handover = new LinkedBlockingQueue<>();

    Lanes(LaneCount count, HeldJobs held, JobAttempt attempt, WakeUp dispatcher, Duration linger, Duration longestRun) {
        this.count = count;
        this.held = held;
        this.attempt = attempt;
        this.dispatcher = dispatcher;
        this.linger = linger;
        this.longestRun = longestRun;
    }

    /** Gives a job to the next idle lane. */
    void hand(ClaimedJob row) {
        handover.add(Optional.of(held.hold(row.within(longestRun))));
    }

    /** From how many waiting jobs on the dispatcher need not be called. */
    void enough(int newEnough) {
        enough = newEnough;
    }

    /** Whether the lanes can go on for a while without a look at the queue. */
    boolean haveEnough() {
        return handover.size() > enough;
    }

    /** Jobs that no lane has begun. */
    int waiting() {
        return handover.size();
    }

    /** How long the next job has been waiting for a lane. */
    Duration longestWait(long nanoTime) {
        Optional<RunningJob> next = handover.peek();
        return next == null || next.isEmpty() ? Duration.ZERO : next.get().held(nanoTime);
    }

    /** Takes back what no lane has begun. */
    int handBack() {
        List<Optional<RunningJob>> waiting = new ArrayList<>();
        handover.drainTo(waiting);
        int handedBack = 0;
        for (Optional<RunningJob> job : waiting) {
            if (job.isEmpty()) {
                handover.add(job);
            } else if (held.settle(job.get(), JobOutcome.handedBack(job.get().row()))) {
                handedBack++;
            }
        }
        count.release(waiting.size()
                - (int) waiting.stream().filter(Optional::isEmpty).count());
        return handedBack;
    }

    @Override
    public void run() {
        if (!count.enter()) {
            return;
        }
        // The dispatcher may be waiting for a lane to claim for.
        dispatcher.call();
        long begun = System.nanoTime();
        RunningJob job = next(begun);
        while (job != null && perform(job)) {
            job = next(begun);
        }
    }

    @Override
    public int vacancies() {
        return count.vacancies();
    }

    @Override
    public void retire() {
        retiredUntil = System.nanoTime();
        endWaits();
    }

    /** Lets idle lanes end, and busy ones after their job. */
    void close() {
        count.close();
        endWaits();
    }

    private boolean tired(long begun) {
        return begun - retiredUntil < 0 || System.nanoTime() - begun > LONGEST_SHIFT.toNanos();
    }

    private void endWaits() {
        for (int lane = count.live(); lane > 0; lane--) {
            handover.add(Optional.empty());
        }
    }

    private @Nullable RunningJob next(long begun) {
        try {
            while (true) {
                Optional<RunningJob> job = handover.poll(linger.toNanos(), TimeUnit.NANOSECONDS);
                if (job != null && job.isPresent()) {
                    return job.get();
                }
                if (count.leave(tired(begun))) {
                    return null;
                }
            }
        } catch (InterruptedException e) {
            count.leaveAnyway();
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Runs a job; false when this thread is no lane any more. */
    private boolean perform(RunningJob job) {
        if (!job.begin(Thread.currentThread(), System.nanoTime())) {
            count.free();
            return true;
        }
        JobOutcome outcome = attempt.run(job);
        if (!held.settle(job, outcome)) {
            return false;
        }
        // An interrupt that came too late must not hit the next job.
        Thread.interrupted();
        boolean stays = outcome.status() != JobStatus.READY;
        if (stays) {
            count.free();
        } else {
            count.lose();
        }
        if (!haveEnough()) {
            dispatcher.call();
        }
        return stays;
    }
}
