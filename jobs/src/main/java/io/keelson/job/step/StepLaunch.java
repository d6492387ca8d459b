package io.keelson.job.step;

import io.keelson.job.queue.JobQueue;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a started try into a job, in the running transaction. */
final class StepLaunch {
    private static final Logger LOG = LoggerFactory.getLogger(StepLaunch.class);

    private final OperationTable operations;
    private final JobQueue queue;

    StepLaunch(DataSource dataSource, JobQueue queue) {
        this.operations = new OperationTable(dataSource);
        this.queue = queue;
    }

    /** Twice, while the first job is not finished: changes nothing. */
    void launch(StepJob step, @Nullable Instant runAt) {
        OperationWork work = operations.work(step.operationId()).orElse(null);
        if (work == null) {
            LOG.warn("{} is not known or already over; its step {} is not launched.", step.operationId(), step.key());
            return;
        }
        queue.enqueue(step.toJob(work.blueprintFor(step.attempt()), runAt))
                .ifPresent(job -> operations.stepLaunched(step, job));
    }
}
