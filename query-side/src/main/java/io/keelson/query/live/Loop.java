package io.keelson.query.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does the same turn again and again; a turn that fails is logged, and the next one waits a little. */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Turn turn;
    private final Duration pauseAfterFailure;
    private volatile @Nullable Thread thread;

    Loop(String name, Turn turn, Duration pauseAfterFailure) {
        this.name = name;
        this.turn = turn;
        this.pauseAfterFailure = pauseAfterFailure;
    }

    @FunctionalInterface
    interface Turn {
        void run() throws Exception;
    }

    void start() {
        Thread started = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    /** Interrupts the turn that runs; {@code unblock} frees it from a wait that an interrupt does not end. */
    void stop(Runnable unblock) {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        unblock.run();
        try {
            if (!running.join(PATIENCE)) {
                LOG.warn("Thread {} did not end within {}; it is a daemon and is left behind.", name, PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (wanted()) {
            try {
                turn.run();
            } catch (InterruptedException _) {
                // Only a stop interrupts, and then this loop is not wanted any more.
            } catch (Exception failure) {
                recover(failure);
            }
        }
    }

    private void recover(Exception failure) {
        if (!wanted()) {
            return;
        }
        LOG.warn("{} failed and is tried again in {}: {}", name, pauseAfterFailure, failure.toString());
        try {
            Thread.sleep(pauseAfterFailure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean wanted() {
        return Thread.currentThread().equals(thread);
    }
}
