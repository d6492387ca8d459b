package io.keelson.job.queue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node between its start and its stop; its id is new with every start, so nothing of an earlier life is mistaken. */
final class WorkingNode {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingNode.class);
    private static final long DEADLINE_GRAIN = 50;
    private static final long SWEEP = 1_000;
    private static final long REMOVAL_MINUTES = 10;
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);
    private static final Duration AFTER_GIVING_UP = Duration.ofSeconds(1);

    private final UUID id;
    private final HeldJobs held = new HeldJobs();
    private final LaneCount count;
    private final Lanes lanes;
    private final NodeStore nodes;
    private final DispatchTurn turn;
    private final Dispatcher dispatcher;
    private final Thread dispatching;
    private final DeadlineWatch deadlines;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-deadlines").factory());
    private final Sweeper sweeper;
    private final JobRemoval removal;
    private final ScheduledExecutorService care = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-care").factory());
    private final JobSignals signals;
    private final Shifts shifts;
    private final JobSettings settings;

    WorkingNode(
            UUID id,
            DataSource dataSource,
            JobSignals signals,
            Shifts shifts,
            JobSettings settings,
            List<JobHandler> handlers,
            JobListeners listeners) {
        this.id = id;
        this.signals = signals;
        this.shifts = shifts;
        this.settings = settings;
        WakeUp wakeUp = signals.dispatcher();
        count = new LaneCount(settings.minLanes(), settings.maxLanes(), settings.scaling());
        lanes = new Lanes(count, held, new JobAttempt(handlers), wakeUp, settings.linger(), settings.longestRun());
        nodes = new NodeStore(dataSource);
        Heartbeat heartbeat = new Heartbeat(id, host(), nodes, held, count, wakeUp, listeners, settings);
        JobStore store = new JobStore(dataSource, settings.agedAfter());
        int worthAllLanes = settings.scaling().worth(settings.maxLanes());
        LaneSupply supply = new LaneSupply(count, shifts, new WaitingJobs(dataSource), worthAllLanes);
        turn = new DispatchTurn(id, store, count, lanes, held, supply, signals, listeners, settings);
        dispatcher = new Dispatcher(turn, heartbeat, wakeUp);
        dispatching = Thread.ofPlatform().daemon().name("job-dispatcher").unstarted(dispatcher);
        sweeper = new Sweeper(dataSource, wakeUp);
        removal = new JobRemoval(dataSource, settings.retention());
        deadlines = new DeadlineWatch(held, count, wakeUp, settings.abandonAfter());
    }

    void start() {
        LOG.info("Node {} takes jobs with {} to {} lanes.", id, settings.minLanes(), settings.maxLanes());
        signals.start();
        shifts.start(lanes);
        dispatching.start();
        var _ = watch.scheduleWithFixedDelay(deadlines, DEADLINE_GRAIN, DEADLINE_GRAIN, TimeUnit.MILLISECONDS);
        var _ = care.scheduleWithFixedDelay(sweeper, SWEEP, SWEEP, TimeUnit.MILLISECONDS);
        var _ = care.scheduleWithFixedDelay(removal, REMOVAL_MINUTES, REMOVAL_MINUTES, TimeUnit.MINUTES);
    }

    void drain() {
        turn.claiming(false);
        handBackUnstarted();
    }

    void resume() {
        turn.claiming(true);
        signals.dispatcher().call();
    }

    boolean draining() {
        return !turn.claiming();
    }

    void stop() {
        turn.claiming(false);
        try {
            handBack();
            dispatcher.stop();
            dispatching.join(AFTER_INTERRUPT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.close();
        watch.shutdownNow();
        care.shutdownNow();
        leave();
        shifts.stop();
        signals.stop();
        LOG.info("Node {} takes no more jobs.", id);
    }

    int lanes() {
        return count.live();
    }

    int running() {
        return held.all().size();
    }

    private void handBack() throws InterruptedException {
        handBackUnstarted();
        if (held.awaitEmpty(settings.grace())) {
            return;
        }
        held.interrupt(Interruption.STOP);
        if (held.awaitEmpty(AFTER_INTERRUPT)) {
            return;
        }
        LOG.warn(
                "{} jobs do not end on node {}; they run again elsewhere.",
                held.all().size(),
                id);
        held.all().forEach(this::handBack);
        held.awaitEmpty(AFTER_GIVING_UP);
    }

    private void handBackUnstarted() {
        held.all().stream().filter(job -> !job.started()).forEach(this::handBack);
    }

    private void handBack(RunningJob job) {
        if (held.settle(job, JobOutcome.handedBack(job.row())) && job.started()) {
            count.lose();
        }
        signals.dispatcher().call();
    }

    private void leave() {
        try {
            nodes.leave(id);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Node {} could not hand back its jobs; other nodes take them after {}.", id, settings.silence(), e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
