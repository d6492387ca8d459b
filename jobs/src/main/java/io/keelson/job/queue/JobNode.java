package io.keelson.job.queue;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * This process as a worker: claims jobs and runs them until it is stopped. Fits a Spring lifecycle. It must stop before
 * whatever its handlers need, because running jobs still record their outcomes during the stop.
 */
public final class JobNode {
    private final DataSource dataSource;
    private final JobSignals signals;
    private final Shifts shifts;
    private final JobSettings settings;
    private final List<JobHandler> handlers;
    private final JobListeners listeners = new JobListeners();
    private volatile @Nullable WorkingNode working;

    /**
     * Makes a node that does nothing yet.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public JobNode(
            DataSource dataSource, JobSignals signals, Shifts shifts, JobSettings settings, List<JobHandler> handlers) {
        this.dataSource = dataSource;
        this.signals = signals;
        this.shifts = shifts;
        this.settings = settings;
        this.handlers = List.copyOf(handlers);
    }

    /** From now on {@code listener} hears of the tries that end here. */
    public void listen(JobListener listener) {
        listeners.add(listener);
    }

    /** Begins to claim jobs; returns at once, also while the database is away. Twice: changes nothing. */
    public void start() {
        start(UUID.randomUUID());
    }

    /**
     * As {@link #start()}, under a given id.
     *
     * @param id under which it claims jobs; a new one for every start
     */
    public synchronized void start(UUID id) {
        if (working == null) {
            WorkingNode starting = new WorkingNode(id, dataSource, signals, shifts, settings, handlers, listeners);
            working = starting;
            starting.start();
        }
    }

    /**
     * Claims no more, gives back what has not begun, waits for the rest and interrupts what takes longer than the grace.
     * Jobs cut short are ready again, without a try being charged. Twice: changes nothing.
     */
    public synchronized void stop() {
        WorkingNode ending = working;
        working = null;
        if (ending != null) {
            ending.stop();
        }
    }

    /**
     * Claims no more and gives back what has not begun; what runs goes on for as long as it takes. Twice: changes nothing.
     */
    public void drain() {
        WorkingNode current = working;
        if (current != null) {
            current.drain();
        }
    }

    /** Claims jobs again after {@link #drain}. Twice: changes nothing. */
    public void resume() {
        WorkingNode current = working;
        if (current != null) {
            current.resume();
        }
    }

    /** Whether it was told to claim no more. */
    public boolean draining() {
        WorkingNode current = working;
        return current != null && current.draining();
    }

    public boolean isRunning() {
        return working != null;
    }

    /** Lanes that are open now, busy or idle. */
    public int lanes() {
        WorkingNode current = working;
        return current == null ? 0 : current.lanes();
    }

    /** Lanes that may be open at the same time. */
    public int maxLanes() {
        return settings.maxLanes();
    }

    /** Jobs that this node holds now. */
    public int running() {
        WorkingNode current = working;
        return current == null ? 0 : current.running();
    }
}
