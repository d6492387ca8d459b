package io.keelson.job;

import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import org.jspecify.annotations.Nullable;

/** A handler of jobs of type {@code test} whose work is given as a function. */
public record FunctionHandler(Work work) implements JobHandler {
    public static final String TYPE = "test";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable String run(RunningJob job) throws Exception {
        work.run(job);
        return null;
    }

    /** The work of a test. */
    public interface Work {
        void run(RunningJob job) throws Exception;
    }
}
