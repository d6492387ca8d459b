package io.keelson.job.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls the handler of a job and tells how that ended. */
final class JobAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(JobAttempt.class);

    private final Map<String, JobHandler> handlers;

    JobAttempt(List<JobHandler> handlers) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::type, Function.identity()));
    }

    /** Never throws: whatever a handler throws is a failure of its job, not of its lane. */
    JobOutcome run(RunningJob job) {
        try {
            String result = handler(job).run(job);
            return JobOutcome.succeeded(job.row(), result == null ? null : JobResult.checked(result));
        } catch (Throwable e) {
            return switch (job.interruption()) {
                case STOP -> JobOutcome.handedBack(job.row());
                case TIME_OUT -> timedOut(job);
                case CANCEL -> cancelled(job);
                case NONE -> ended(job, e);
            };
        } finally {
            // What a handler leaves in its thread is not for the next job.
            MDC.clear();
        }
    }

    private JobHandler handler(RunningJob job) {
        JobHandler handler = handlers.get(job.type());
        if (handler == null) {
            throw new IllegalStateException("This node has no handler for jobs of type " + job.type() + ".");
        }
        return handler;
    }

    private static JobOutcome ended(RunningJob job, Throwable cause) {
        return switch (cause) {
            case InterruptedException _ -> JobOutcome.handedBack(job.row());
            case JobPostponed postponed -> JobOutcome.postponed(job.row(), atLeastAMoment(postponed.delay()));
            case JobFailure failure -> failed(job, failure, failure.retryable());
            default -> failed(job, cause, true);
        };
    }

    private static Duration atLeastAMoment(Duration delay) {
        return delay.isPositive() ? delay : Duration.ofMillis(1);
    }

    private static JobOutcome timedOut(RunningJob job) {
        JobError error = JobError.of(
                JobError.Kind.TIMED_OUT,
                "The time-out of %s is over.".formatted(job.row().timeout()));
        return told(JobOutcome.failed(job.row(), error, true), null);
    }

    private static JobOutcome cancelled(RunningJob job) {
        LOG.info("Job {} of type {} was cancelled while it ran.", job.id(), job.type());
        return JobOutcome.cancelled(job.row(), "It was cancelled while it ran.");
    }

    private static JobOutcome failed(RunningJob job, Throwable cause, boolean retryable) {
        return told(JobOutcome.failed(job.row(), JobError.thrown(cause), retryable), cause);
    }

    /** Logs a failure and what follows from it. */
    static JobOutcome told(JobOutcome outcome, @Nullable Throwable cause) {
        ClaimedJob row = outcome.job();
        JobError error = outcome.error();
        LOG.warn(
                "Job {} of type {} failed at try {} of {} and {}: {}",
                row.id(),
                row.type(),
                row.attempt(),
                row.maxAttempts(),
                outcome.ended() ? "is given up" : "is tried again in " + outcome.delay(),
                error == null ? "no error is known" : error.message(),
                cause);
        return outcome;
    }
}
