package io.keelson.job.shift;

import io.keelson.job.queue.ShiftWork;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** Makes the worker's thread a lane until the lane has nothing to do. */
public final class ShiftHandler implements JobRequestHandler<Shift> {
    private final ShiftWork work;

    ShiftHandler(ShiftWork work) {
        this.work = work;
    }

    @Override
    public void run(Shift shift) {
        work.run();
    }
}
