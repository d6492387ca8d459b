package io.keelson.graphql.job;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.JobId;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobView;
import io.keelson.graphql.message.Messages;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a job that must be there. */
@Component
final class JobReader {
    private final Messages messages;

    JobReader(Messages messages) {
        this.messages = messages;
    }

    JobView read(JobId id, RequestContext context) {
        JobView job = messages.askOne(new GetJobs(List.of(id)), JobView.class, context);
        if (job == null) {
            throw new RejectedException(ErrorCode.JOB_NOT_FOUND, "jobId", "There is no %s.".formatted(id));
        }
        return job;
    }
}
