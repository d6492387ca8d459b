package io.keelson.job.queue;

import io.keelson.api.fault.CrashPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a node that claims jobs and saves their outcomes, both in the same transaction. */
final class Dispatcher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long PAUSE_AFTER_FAILURE = 250;

    private final UUID node;
    private final JobStore store;
    private final Heartbeat heartbeat;
    private final LaneCount count;
    private final Lanes lanes;
    private final HeldJobs held;
    private final Shifts shifts;
    private final WakeUp wakeUp;
    private final JobSettings settings;
    private final List<JobOutcome> unsaved = new ArrayList<>();
    private volatile boolean claiming = true;
    private volatile boolean stopped;
    private long nextDelayed = System.nanoTime();

    Dispatcher(
            UUID node,
            JobStore store,
            Heartbeat heartbeat,
            LaneCount count,
            Lanes lanes,
            HeldJobs held,
            Shifts shifts,
            WakeUp wakeUp,
            JobSettings settings) {
        this.node = node;
        this.store = store;
        this.heartbeat = heartbeat;
        this.count = count;
        this.lanes = lanes;
        this.held = held;
        this.shifts = shifts;
        this.wakeUp = wakeUp;
        this.settings = settings;
    }

    /** Whether to claim jobs; those that run are saved in any case. */
    void claim(boolean more) {
        claiming = more;
    }

    boolean claiming() {
        return claiming;
    }

    void stop() {
        stopped = true;
        wakeUp.call();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                wakeUp.await(pause());
                turnOrRetryLater();
            }
        } catch (InterruptedException e) {
            LOG.debug("The dispatcher of node {} was interrupted and ends.", node);
        }
    }

    private void turnOrRetryLater() throws InterruptedException {
        try {
            turn();
        } catch (RuntimeException | Error e) {
            // Nothing is lost: outcomes are kept, and a claim of unknown fate is found by the next heartbeat.
            LOG.warn("The job queue cannot be reached; node {} tries again in {} ms.", node, PAUSE_AFTER_FAILURE, e);
            heartbeat.dueNow();
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE);
        }
    }

    private void turn() {
        heartbeat.beatIfDue();
        held.drainTo(unsaved);
        int reserved = claiming ? count.reserve() : 0;
        int unused = reserved;
        try {
            Turn turn = store.turn(node, unsaved, reserved);
            forgetSaved(turn.refused());
            nextDelayed = System.nanoTime() + turn.untilNextDelayed().toNanos();
            unused = reserved - turn.claimed().size();
            turn.claimed().forEach(lanes::hand);
        } finally {
            count.release(unused);
        }
        if (claiming) {
            openShifts(unused == 0);
        }
    }

    private void forgetSaved(int refused) {
        if (unsaved.isEmpty()) {
            return;
        }
        held.saved(unsaved);
        unsaved.clear();
        CrashPoint.hit("job-completed");
        if (refused > 0) {
            LOG.info("{} results came late and were refused; other tries of these jobs count.", refused);
        }
    }

    private void openShifts(boolean allLanesBusy) {
        boolean more = allLanesBusy && !count.full();
        int missing = count.missing(more ? store.waiting(settings.maxLanes()) : 0, System.nanoTime());
        if (missing > 0) {
            shifts.open(missing);
        }
    }

    private long pause() {
        long now = System.nanoTime();
        long untilDue = Math.min(nextDelayed - now, heartbeat.nextBeat() - now);
        return Math.max(0, Math.min(settings.look().toNanos(), untilDue));
    }
}
