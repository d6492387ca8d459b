package io.keelson.api.job.event;

import io.keelson.api.job.JobId;
import io.keelson.api.message.DomainEvent;

/** Index of what can be done to a job. */
public sealed interface JobEvent extends DomainEvent
        permits JobSubmitted,
                JobCancellationRequested,
                JobRetried,
                JobDiscarded,
                JobPriorityChanged,
                JobSuspended,
                JobResumed {
    JobId jobId();
}
