package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import io.keelson.api.job.command.SubmitJob;
import io.keelson.api.job.command.SubmitJobs;
import io.keelson.api.job.query.JobView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Takes jobs. The rows of jobs are their own read model, so what is answered can be read at once. */
@Controller
final class JobSubmissionMutations {
    private final Messages messages;
    private final JobReader jobs;

    JobSubmissionMutations(Messages messages, JobReader jobs) {
        this.messages = messages;
        this.jobs = jobs;
    }

    @MutationMapping
    NewJobPayload createJob(DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        JobSpec spec = JobInput.spec(InputMap.of(environment.getArgument("input")));
        JobSubmission submission =
                messages.send(new SubmitJob(batch(request), spec), JobSubmission.class, request.context());
        JobView job = jobs.read(submission.jobIds().getFirst(), request.context());
        return new NewJobPayload(job, !submission.existing().isEmpty());
    }

    @MutationMapping
    NewJobsPayload createJobs(DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        List<InputMap> inputs = InputMap.of(environment.getArgument("input")).list("jobs");
        SubmitJobs command = new SubmitJobs(batch(request), JobInput.specs(inputs));
        JobSubmission submission = messages.send(command, JobSubmission.class, request.context());
        return new NewJobsPayload(command.batchId(), submission.jobIds(), submission.existing());
    }

    private static JobBatchId batch(Request request) {
        return new JobBatchId(request.newId("job-batch"));
    }
}
