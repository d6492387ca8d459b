package io.keelson.job.queue;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a node that looks at the queue, whenever there may be something to do. */
final class Dispatcher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long PAUSE_AFTER_FAILURE = 250;
    /** While lanes have enough to do, outcomes wait this long for others, so that they share a commit. */
    private static final long GATHER = TimeUnit.MILLISECONDS.toNanos(4);

    private final DispatchTurn turn;
    private final Heartbeat heartbeat;
    private final WakeUp wakeUp;
    private volatile boolean stopped;

    Dispatcher(DispatchTurn turn, Heartbeat heartbeat, WakeUp wakeUp) {
        this.turn = turn;
        this.heartbeat = heartbeat;
        this.wakeUp = wakeUp;
    }

    /** Lets the thread end after the turn it is at. */
    void stop() {
        stopped = true;
        wakeUp.call();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                await();
                turnOrRetryLater();
            }
        } catch (InterruptedException e) {
            LOG.debug("The dispatcher was interrupted and ends.");
        } finally {
            turn.close();
        }
    }

    private void await() throws InterruptedException {
        long now = System.nanoTime();
        wakeUp.await(Math.max(0, Math.min(turn.pause(now), heartbeat.nextBeat() - now)));
        long end = System.nanoTime() + GATHER;
        long left = GATHER;
        while (left > 0 && !stopped && turn.lanesHaveEnough()) {
            wakeUp.await(left);
            left = end - System.nanoTime();
        }
    }

    private void turnOrRetryLater() throws InterruptedException {
        try {
            heartbeat.beatIfDue();
            turn.run();
        } catch (RuntimeException | Error e) {
            // Nothing is lost: outcomes are kept, and a claim of unknown fate is found by the next heartbeat.
            LOG.warn("The job queue cannot be reached; it is tried again in {} ms.", PAUSE_AFTER_FAILURE, e);
            heartbeat.dueNow();
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE);
        }
    }
}
