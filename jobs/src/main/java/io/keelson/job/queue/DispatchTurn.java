package io.keelson.job.queue;

import io.keelson.api.fault.CrashPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the dispatcher does when it looks at the queue. All but the switches is for its thread only. */
final class DispatchTurn implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchTurn.class);
    private static final long REPORT_EVERY = Duration.ofMillis(250).toNanos();
    /** Jobs that no lane has begun by then are for other nodes, and more urgent ones may have come. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(20);
    /** Every so many claims that left something waiting, one is for jobs that were passed over for too long. */
    private static final int AGED_CLAIM = 10;

    private final UUID node;
    private final JobStore store;
    private final LaneCount count;
    private final Lanes lanes;
    private final HeldJobs held;
    private final LaneSupply supply;
    private final JobSignals signals;
    private final JobListeners listeners;
    private final JobSettings settings;
    private final Window window = new Window();
    private final List<JobOutcome> unsaved = new ArrayList<>();
    private volatile boolean claiming = true;
    private long nextReport = System.nanoTime();
    private long nextLook = System.nanoTime();
    private int fullClaims;
    private int claimedSinceAged;

    DispatchTurn(
            UUID node,
            JobStore store,
            LaneCount count,
            Lanes lanes,
            HeldJobs held,
            LaneSupply supply,
            JobSignals signals,
            JobListeners listeners,
            JobSettings settings) {
        this.node = node;
        this.store = store;
        this.count = count;
        this.lanes = lanes;
        this.held = held;
        this.supply = supply;
        this.signals = signals;
        this.listeners = listeners;
        this.settings = settings;
    }

    /** Whether jobs are claimed; running ones are saved anyway. */
    void claiming(boolean newClaiming) {
        claiming = newClaiming;
    }

    boolean claiming() {
        return claiming;
    }

    /** Whether the lanes can go on for a while without a look at the queue. */
    boolean lanesHaveEnough() {
        return lanes.haveEnough();
    }

    /** How long nothing is to be done unless somebody calls. */
    long pause(long now) {
        long until = Math.min(settings.look().toNanos(), nextLook - now);
        if (lanes.waiting() > 0) {
            until = Math.min(until, LONGEST_WAIT.minus(lanes.longestWait(now)).toNanos());
        }
        return held.size() > 0 ? Math.min(until, nextReport - now) : until;
    }

    void run() {
        long now = System.nanoTime();
        takeBackWhatWaits(now);
        drain();
        boolean tick = now - nextReport >= 0;
        boolean cancels = signals.takeChanged() || (tick && held.size() > 0);
        boolean saysMore = held.reports() && (tick || !unsaved.isEmpty());
        if (tick) {
            nextReport = now + REPORT_EVERY;
        }
        int reserved = claiming ? count.reserve(window.size(count.live())) : 0;
        int unused = reserved;
        try {
            TurnPlan.Claim claim = claim(reserved);
            List<RunningJob> reports = saysMore ? held.drainReporting() : List.of();
            Turn turn = store.turn(new TurnPlan(node, unsaved, reports, claim, cancels));
            forgetSaved(turn.refused());
            nextLook = System.nanoTime()
                    + (turn.again() || claim.aged()
                            ? 0
                            : turn.untilNextDelayed().toNanos());
            unused = reserved - turn.claimed().size();
            noteClaim(claim, turn.claimed().size());
            lanes.enough(turn.claimed().size() / 4);
            turn.claimed().forEach(lanes::hand);
            turn.cancelled().forEach(this::cancel);
        } finally {
            count.release(unused);
        }
        if (claiming) {
            supply.open(unused == 0);
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private void takeBackWhatWaits(long now) {
        if (lanes.longestWait(now).compareTo(LONGEST_WAIT) >= 0) {
            window.tooLarge();
            lanes.handBack();
        }
    }

    private void drain() {
        int known = unsaved.size();
        held.drainTo(unsaved);
        window.ran(unsaved.subList(known, unsaved.size()));
    }

    private TurnPlan.Claim claim(int reserved) {
        if (reserved == 0) {
            return TurnPlan.Claim.NOTHING;
        }
        boolean aged = fullClaims >= AGED_CLAIM - 1;
        int free = aged ? Math.clamp(claimedSinceAged / AGED_CLAIM, 1, reserved) : reserved;
        return new TurnPlan.Claim(free, aged, settings.maxLanes(), heldByQueue());
    }

    private void noteClaim(TurnPlan.Claim claim, int claimed) {
        if (claim.aged() || (claim.free() > 0 && claimed < claim.free())) {
            fullClaims = 0;
            claimedSinceAged = 0;
        } else if (claim.free() > 0) {
            fullClaims++;
            claimedSinceAged += claimed;
        }
    }

    private Map<String, Integer> heldByQueue() {
        Map<String, Integer> counts = new HashMap<>();
        held.all().forEach(job -> counts.merge(job.queue(), 1, Integer::sum));
        return counts;
    }

    private void cancel(UUID id) {
        RunningJob job = held.get(id);
        if (job == null) {
            return;
        }
        job.cancel(System.nanoTime());
        if (!job.started()) {
            held.settle(job, JobOutcome.cancelled(job.row(), "It was cancelled before it began."));
        }
    }

    private void forgetSaved(int refused) {
        if (unsaved.isEmpty()) {
            return;
        }
        held.saved(unsaved);
        listeners.ended(unsaved);
        unsaved.clear();
        CrashPoint.hit("job-completed");
        if (refused > 0) {
            LOG.info("{} results came late and were refused; other tries of these jobs count.", refused);
        }
    }
}
