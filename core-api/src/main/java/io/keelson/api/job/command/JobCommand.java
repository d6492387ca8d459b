package io.keelson.api.job.command;

/** Index of what can be asked of jobs. */
public sealed interface JobCommand
        permits SubmitJob,
                SubmitJobs,
                CancelJob,
                RetryJob,
                RedriveJobs,
                DiscardJobs,
                ChangeJobPriority,
                SuspendJob,
                ResumeJob {}
