package io.keelson.job.desk;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.command.CancelJob;
import io.keelson.api.job.command.ChangeJobPriority;
import io.keelson.api.job.command.ResumeJob;
import io.keelson.api.job.command.RetryJob;
import io.keelson.api.job.command.SuspendJob;
import io.keelson.api.job.event.JobCancellationRequested;
import io.keelson.api.job.event.JobPriorityChanged;
import io.keelson.api.job.event.JobResumed;
import io.keelson.api.job.event.JobRetried;
import io.keelson.api.job.event.JobSuspended;
import io.keelson.job.queue.JobAct;
import io.keelson.job.queue.JobActs;
import io.keelson.job.queue.JobStatus;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Where people act on single jobs. */
public final class ActDesk {
    private final JobLookUp jobs;
    private final JobActs acts;
    private final JobCatalogue types;
    private final JobAudit audit;

    /**
     * Makes the desk.
     *
     * @param dataSource the one whose transactions the command bus opens, also behind {@code acts} and {@code events}
     */
    public ActDesk(DataSource dataSource, JobActs acts, JobCatalogue types, EventBus events) {
        this.jobs = new JobLookUp(dataSource);
        this.acts = acts;
        this.types = types;
        this.audit = new JobAudit(dataSource, events);
    }

    @CommandHandler
    void decide(CancelJob command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        GivenReason.require(reason);
        JobStanding job = open(command.jobId());
        JobAct act = acts.cancel(job.id().value());
        if (act.done()) {
            audit.note(new JobCancellationRequested(job.id(), job.state()), act);
        } else if (act.found() != JobStatus.CANCELLED && act.found() != JobStatus.RUNNING) {
            throw wrongState(job, "only a job that is not over can be cancelled");
        }
    }

    @CommandHandler
    void decide(RetryJob command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        GivenReason.require(reason);
        JobStanding job = open(command.jobId());
        JobAct act = acts.redrive(job.id().value());
        if (!act.done()) {
            throw wrongState(job, "only a failed or cancelled job whose unique key is free can be retried");
        }
        audit.note(new JobRetried(job.id(), job.state()), act);
    }

    @CommandHandler
    void decide(ChangeJobPriority command) {
        JobStanding job = open(command.jobId());
        if (job.priority().equals(command.priority()) && waits(job.state())) {
            return;
        }
        JobAct act = acts.changePriority(job.id().value(), command.priority().value());
        if (!act.done()) {
            throw wrongState(job, "only the priority of a waiting job can be changed");
        }
        audit.note(new JobPriorityChanged(job.id(), job.priority(), command.priority()), act);
    }

    @CommandHandler
    void decide(SuspendJob command) {
        JobStanding job = open(command.jobId());
        JobAct act = acts.suspend(job.id().value());
        if (act.done()) {
            audit.note(new JobSuspended(job.id(), job.state()), act);
        } else if (act.found() != JobStatus.SUSPENDED) {
            throw wrongState(job, "only a waiting job can be suspended");
        }
    }

    @CommandHandler
    void decide(ResumeJob command) {
        JobStanding job = open(command.jobId());
        JobAct act = acts.resume(job.id().value());
        if (act.done()) {
            audit.note(new JobResumed(job.id()), act);
        } else if (!waits(job.state())) {
            throw wrongState(job, "only a suspended job can be resumed");
        }
    }

    private static boolean waits(JobState state) {
        return state != JobState.ACTIVE && !state.terminal();
    }

    private JobStanding open(JobId id) {
        JobStanding job = jobs.find(id)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.JOB_NOT_FOUND,
                        "jobId",
                        "There is no %s; finished jobs are removed after some days.".formatted(id)));
        if (!types.isOpen(job.type())) {
            throw new RejectedException(
                    ErrorCode.JOB_TYPE_NOT_PUBLIC,
                    "jobId",
                    "%s is the platform's own work of type %s; act on what it belongs to.".formatted(id, job.type()));
        }
        return job;
    }

    private static RejectedException wrongState(JobStanding job, String rule) {
        return new RejectedException(
                ErrorCode.WRONG_STATE, "jobId", "%s is %s; %s.".formatted(job.id(), job.state(), rule));
    }
}
