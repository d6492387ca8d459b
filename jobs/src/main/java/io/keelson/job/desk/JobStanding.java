package io.keelson.job.desk;

import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;

/** What a job is and where it stood when it was looked at. */
record JobStanding(JobId id, JobType type, QueueName queue, JobState state, JobPriority priority) {}
