package io.keelson.job.queue;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that this node lives and rescues the jobs of nodes that do not. It beats on the dispatcher's thread: a node that
 * cannot reach the queue any more is as good as dead, and no claim can fall between its death and its return.
 */
final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final UUID node;
    private final String host;
    private final NodeStore store;
    private final HeldJobs held;
    private final LaneCount lanes;
    private final WakeUp dispatcher;
    private final JobListeners listeners;
    private final JobSettings settings;
    private long nextBeat = System.nanoTime();
    private long lastBeat = nextBeat;
    private long patientUntil = nextBeat;
    private boolean known;

    Heartbeat(
            UUID node,
            String host,
            NodeStore store,
            HeldJobs held,
            LaneCount lanes,
            WakeUp dispatcher,
            JobListeners listeners,
            JobSettings settings) {
        this.node = node;
        this.host = host;
        this.store = store;
        this.held = held;
        this.lanes = lanes;
        this.dispatcher = dispatcher;
        this.listeners = listeners;
        this.settings = settings;
    }

    void dueNow() {
        nextBeat = System.nanoTime();
    }

    /** When to come back at the latest, as {@link System#nanoTime}. */
    long nextBeat() {
        return nextBeat;
    }

    void beatIfDue() {
        long now = System.nanoTime();
        if (now - nextBeat < 0) {
            return;
        }
        boolean unknown = store.beat(node, host, load());
        if (unknown && known) {
            LOG.warn("Node {} was silent for too long and was taken for dead; its jobs run elsewhere.", node);
            held.interrupt(Interruption.STOP);
        }
        noteOwnSilence(now);
        known = true;
        int forgotten = store.giveBack(node, held.ids());
        if (forgotten > 0) {
            LOG.info("{} jobs were claimed for node {} without its knowledge; they were given back.", forgotten, node);
        }
        List<EndedJob> rescued = now - patientUntil < 0 ? List.of() : store.rescue(settings.silence());
        rescued.forEach(Heartbeat::tell);
        listeners.tell(rescued);
        if (forgotten > 0 || !rescued.isEmpty()) {
            dispatcher.call();
        }
        nextBeat = now + settings.heartbeat().toNanos();
    }

    private NodeStore.NodeLoad load() {
        int live = lanes.live();
        return new NodeStore.NodeLoad(live, live - Math.min(live, lanes.idle()), settings.maxLanes());
    }

    /** A node that was cut off itself lets the others speak first: their silence may have had the same cause. */
    private void noteOwnSilence(long now) {
        long harmless = settings.silence().minus(settings.heartbeat()).toNanos();
        if (known && now - lastBeat > harmless) {
            patientUntil = now + settings.silence().toNanos();
        }
        lastBeat = now;
    }

    private static void tell(EndedJob job) {
        if (job.status() == JobStatus.DEAD) {
            LOG.error("Job {} of type {} saw its third node die and is given up.", job.id(), job.type());
        } else {
            LOG.warn("The node of job {} of type {} died; the job runs again.", job.id(), job.type());
        }
    }
}
