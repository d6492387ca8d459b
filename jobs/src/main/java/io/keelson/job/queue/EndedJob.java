package io.keelson.job.queue;

import java.time.Duration;
import java.util.UUID;

/**
 * One try of a job that has ended.
 *
 * @param status what the job is now; {@link JobStatus#DELAYED} when it is tried again, {@link JobStatus#READY} when
 *     its node died and it runs again
 * @param charged whether the try counts; false when it was handed back or postponed
 * @param waited how long it could have begun earlier
 * @param ran how long the try took
 */
public record EndedJob(
        UUID id, String type, String queue, JobStatus status, boolean charged, Duration waited, Duration ran) {
    static EndedJob of(JobOutcome outcome) {
        ClaimedJob job = outcome.job();
        return new EndedJob(
                job.id(), job.type(), job.queue(), outcome.status(), outcome.charged(), job.waited(), outcome.ran());
    }
}
