package io.keelson.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a running server: when its process is gone it is started again, for as long as it takes. The pause between
 * tries doubles from 100 ms to 10 s and falls back once a server has lived for a minute.
 */
final class PostmasterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PROVEN = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofMinutes(3);

    private final Postmaster postmaster;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile ProcessHandle server;

    private PostmasterWatch(Postmaster postmaster, ProcessHandle server) {
        this.postmaster = postmaster;
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    static PostmasterWatch over(Postmaster postmaster, ProcessHandle server) {
        PostmasterWatch watch = new PostmasterWatch(postmaster, server);
        watch.thread.start();
        return watch;
    }

    ProcessHandle server() {
        return server;
    }

    /** Stops looking; the server goes on. */
    void end() {
        closing.countDown();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        if (server.isAlive()) {
            postmaster.stop(server);
        }
    }

    private void watch() {
        Duration pause = LOOK;
        long started = System.nanoTime();
        while (!closesWithin(server.isAlive() ? LOOK : pause)) {
            if (server.isAlive()) {
                continue;
            }
            boolean proven = System.nanoTime() - started > PROVEN.toNanos();
            pause = proven ? LOOK : shorter(pause.multipliedBy(2), LONGEST);
            restart(pause);
            started = System.nanoTime();
        }
    }

    private void restart(Duration pause) {
        LOG.error("PostgreSQL, process {}, is gone and is started again", server.pid());
        try {
            server = postmaster.start();
            LOG.info("PostgreSQL runs again as process {}", server.pid());
        } catch (IOException | RuntimeException failure) {
            LOG.error("PostgreSQL could not be started again; the next try is in {} ms", pause.toMillis(), failure);
        }
    }

    private boolean closesWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
