package io.keelson.job.worker;

import io.keelson.job.queue.JobNode;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job node in public: reports every second how it is, and drains and resumes it as others want. A report that
 * fails is only missing; the node itself does not depend on it.
 */
public final class WorkerPresence {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPresence.class);
    private static final long EVERY = 1_000;
    private static final long LAST_REPORT = 1_000;
    private static final int REPORTS_BETWEEN_FORGETTING = 60;

    private final WorkerTable table;
    private final WorkerProfile profile;
    private final JobNode node;
    private final Duration remember;
    private final Runnable onDrained;
    private @Nullable ScheduledExecutorService reports;
    private volatile @Nullable UUID id;
    private volatile boolean ending;
    private boolean ready;
    private boolean told;
    private int sinceForgetting;

    /**
     * Makes a worker that is not there yet.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     * @param remember how long a worker that is gone can still be seen
     * @param onDrained called at most once, when a process that is nothing but a worker has finished its last job
     */
    public WorkerPresence(
            DataSource dataSource, WorkerProfile profile, JobNode node, Duration remember, Runnable onDrained) {
        this.table = new WorkerTable(dataSource);
        this.profile = profile;
        this.node = node;
        this.remember = remember;
        this.onDrained = onDrained;
    }

    /** Starts the node, except when it is a supervised one that nobody wants any more. Twice: changes nothing. */
    public synchronized void start() {
        if (reports != null) {
            return;
        }
        UUID starting = UUID.randomUUID();
        id = starting;
        ending = false;
        ready = false;
        told = false;
        if (obey()) {
            node.start(starting);
        }
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("worker-presence").factory());
        var _ = thread.scheduleWithFixedDelay(this::obey, EVERY, EVERY, TimeUnit.MILLISECONDS);
        reports = thread;
    }

    /** Drains the node within its grace, and says that it is gone. Twice: changes nothing. */
    public synchronized void stop() {
        ScheduledExecutorService thread = reports;
        UUID stopping = id;
        if (thread == null || stopping == null) {
            return;
        }
        ending = true;
        thread.execute(this::obey);
        node.stop();
        id = null;
        thread.shutdown();
        try {
            // A report that is under way must not call the worker back to life.
            var _ = thread.awaitTermination(LAST_REPORT, TimeUnit.MILLISECONDS);
            table.end(stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("Worker {} could not say that it is gone; its silence will.", stopping, e);
        }
        reports = null;
    }

    public boolean isRunning() {
        return id != null;
    }

    /** Reports and follows orders; false when the node is not to run. */
    private boolean obey() {
        UUID self = id;
        if (self == null) {
            return false;
        }
        try {
            WorkerOrders orders = table.report(self, profile, WorkerReport.of(node, phase()));
            follow(self, orders);
            forgetNowAndThen();
            return !orders.takeNoMore() || node.isRunning();
        } catch (RuntimeException e) {
            LOG.debug("Worker {} could not report; the next report is due in {} ms.", self, EVERY, e);
            return true;
        }
    }

    private WorkerPhase phase() {
        ready = ready || node.lanes() > 0;
        if (ending || node.draining()) {
            return WorkerPhase.DRAINING;
        }
        return ready ? WorkerPhase.RUNNING : WorkerPhase.STARTING;
    }

    private void follow(UUID self, WorkerOrders orders) {
        if (ending) {
            return;
        }
        if (!orders.takeNoMore()) {
            if (node.draining()) {
                LOG.info("Worker {} takes jobs again.", self);
                node.resume();
            }
            return;
        }
        if (!node.draining()) {
            LOG.info(
                    "Worker {} is drained: {}.", self, orders.drain() ? "it was asked to" : "nobody wants it any more");
            node.drain();
        }
        if (node.running() == 0 && profile.onlyWorker() && !told) {
            told = true;
            LOG.info("Worker {} has finished its last job.", self);
            onDrained.run();
        }
    }

    private void forgetNowAndThen() {
        if (++sinceForgetting >= REPORTS_BETWEEN_FORGETTING) {
            sinceForgetting = 0;
            table.forget(remember);
        }
    }
}
