package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.job.DeadJobFilter;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.MovedJobs;
import io.keelson.api.job.command.CancelJob;
import io.keelson.api.job.command.ChangeJobPriority;
import io.keelson.api.job.command.DiscardJobs;
import io.keelson.api.job.command.RedriveJobs;
import io.keelson.api.job.command.ResumeJob;
import io.keelson.api.job.command.RetryJob;
import io.keelson.api.job.command.SuspendJob;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Lets people act on jobs. Rejected with JOB_NOT_FOUND, WRONG_STATE or JOB_TYPE_NOT_PUBLIC. */
@Controller
final class JobActMutations {
    private final Messages messages;
    private final JobReader jobs;

    JobActMutations(Messages messages, JobReader jobs) {
        this.messages = messages;
        this.jobs = jobs;
    }

    @MutationMapping
    JobPayload cancelJob(@Argument JobActInput input, DataFetchingEnvironment environment) {
        return act(input, environment, CancelJob::new);
    }

    @MutationMapping
    JobPayload retryJob(@Argument JobActInput input, DataFetchingEnvironment environment) {
        return act(input, environment, RetryJob::new);
    }

    @MutationMapping
    JobPayload suspendJob(@Argument JobActInput input, DataFetchingEnvironment environment) {
        return act(input, environment, SuspendJob::new);
    }

    @MutationMapping
    JobPayload resumeJob(@Argument JobActInput input, DataFetchingEnvironment environment) {
        return act(input, environment, ResumeJob::new);
    }

    @MutationMapping
    JobPayload changeJobPriority(@Argument ChangeJobPriorityInput input, DataFetchingEnvironment environment) {
        JobPriority priority = new JobPriority(input.priority());
        return act(new JobActInput(input.jobId(), null), environment, id -> new ChangeJobPriority(id, priority));
    }

    @MutationMapping
    MovedJobsPayload redriveJobs(@Argument MoveJobsInput input, DataFetchingEnvironment environment) {
        return move(input, environment, RedriveJobs::new);
    }

    @MutationMapping
    MovedJobsPayload discardJobs(@Argument MoveJobsInput input, DataFetchingEnvironment environment) {
        return move(input, environment, DiscardJobs::new);
    }

    private JobPayload act(JobActInput input, DataFetchingEnvironment environment, Function<JobId, Object> command) {
        Request plain = Request.of(environment);
        Request request = input.reason() == null ? plain : plain.withReason(input.reason());
        JobId id = JobId.parse(input.jobId());
        messages.send(command.apply(id), request.context());
        return new JobPayload(jobs.read(id, request.context()));
    }

    private MovedJobsPayload move(
            MoveJobsInput input,
            DataFetchingEnvironment environment,
            BiFunction<JobBatchId, DeadJobFilter, Object> command) {
        Request request = Request.of(environment).withReason(input.reason());
        JobBatchId batch = new JobBatchId(request.newId("job-batch"));
        Object move = command.apply(batch, input.filter().toFilter());
        return MovedJobsPayload.of(messages.send(move, MovedJobs.class, request.context()));
    }
}
