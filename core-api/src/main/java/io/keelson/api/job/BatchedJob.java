package io.keelson.api.job;

/**
 * A job in the record of a batch. The payload itself may hold personal data and stays out of the history.
 *
 * @param payloadSha256 SHA-256 of the payload as submitted, in hex
 */
public record BatchedJob(JobId jobId, JobType type, QueueName queue, String payloadSha256) {}
