package io.keelson.benchmark.hop;

import io.keelson.benchmark.figure.Samples;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row per event, as a projection does, and tells when that row was committed. */
class HopHandler {
    private final String node;
    private final JdbcClient jdbc;
    private final BlockingQueue<Long> commits = new LinkedBlockingQueue<>();

    HopHandler(String node, JdbcClient jdbc) {
        this.node = node;
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(HopTaken event) {
        Arrivals.write(jdbc, node, event.number());
        CurrentUnitOfWork.get().afterCommit(_ -> commits.add(System.nanoTime()));
    }

    /** Waits for the commit of the event that was committed at {@code startNanos}. */
    void await(long startNanos, Samples samples) throws InterruptedException {
        samples.add(Arrivals.millisBetween(startNanos, commits));
    }

    /** Forgets what nobody waited for. */
    void forget() {
        commits.clear();
    }
}
