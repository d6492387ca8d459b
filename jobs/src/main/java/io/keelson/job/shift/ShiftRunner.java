package io.keelson.job.shift;

import io.keelson.job.queue.ShiftWork;
import io.keelson.job.queue.Shifts;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs lanes on JobRunr's workers; JobRunr is started with the node and started again whenever it gives up. */
public final class ShiftRunner implements Shifts {
    private final DataSource dataSource;
    private final int workers;
    private @Nullable WorkerRuntime runtime;

    /**
     * Makes a runner. The schema {@code jobrunr} must exist when it starts; JobRunr makes its own tables there.
     *
     * @param dataSource a plain pool, since JobRunr commits by itself
     * @param workers the most lanes of this node
     */
    public ShiftRunner(DataSource dataSource, int workers) {
        this.dataSource = dataSource;
        this.workers = workers;
    }

    @Override
    public synchronized void start(ShiftWork work) {
        if (runtime == null) {
            runtime = new WorkerRuntime(dataSource, workers, work);
            runtime.start();
        }
    }

    @Override
    public synchronized void open(int count) {
        if (runtime != null) {
            runtime.open(count);
        }
    }

    @Override
    public synchronized void stop() {
        if (runtime != null) {
            runtime.stop();
            runtime = null;
        }
    }
}
