package io.keelson.job.queue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the handler of a job and tells how that ended. */
final class JobAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(JobAttempt.class);
    private static final int LONGEST_ERROR = 2_000;

    private final Map<String, JobHandler> handlers;

    JobAttempt(List<JobHandler> handlers) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::type, Function.identity()));
    }

    /** Never throws: whatever a handler throws is a failure of its job, not of its lane. */
    JobOutcome run(RunningJob job) {
        try {
            handler(job).run(job);
            return JobOutcome.succeeded(job.row());
        } catch (InterruptedException e) {
            return job.interruption() == Interruption.TIME_OUT ? timedOut(job) : JobOutcome.handedBack(job.row());
        } catch (Throwable e) {
            return switch (job.interruption()) {
                case STOP -> JobOutcome.handedBack(job.row());
                case TIME_OUT -> timedOut(job);
                case NONE -> failed(job, e);
            };
        }
    }

    private JobHandler handler(RunningJob job) {
        JobHandler handler = handlers.get(job.type());
        if (handler == null) {
            throw new IllegalStateException("This node has no handler for jobs of type " + job.type() + ".");
        }
        return handler;
    }

    private static JobOutcome timedOut(RunningJob job) {
        ClaimedJob row = job.row();
        return told(JobOutcome.failed(row, "The time-out of %s is over.".formatted(row.timeout())), null);
    }

    private static JobOutcome failed(RunningJob job, Throwable cause) {
        String error = cause.toString();
        String shown = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        return told(JobOutcome.failed(job.row(), shown), cause);
    }

    /** Logs a failure and what follows from it. */
    static JobOutcome told(JobOutcome outcome, @Nullable Throwable cause) {
        ClaimedJob row = outcome.job();
        LOG.warn(
                "Job {} of type {} failed at try {} of {} and {}: {}",
                row.id(),
                row.type(),
                row.attempt(),
                row.maxAttempts(),
                outcome.status() == JobStatus.DEAD ? "is given up" : "is tried again in " + outcome.delay(),
                outcome.error(),
                cause);
        return outcome;
    }
}
