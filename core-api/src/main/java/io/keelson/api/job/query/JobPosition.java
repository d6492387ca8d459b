package io.keelson.api.job.query;

import io.keelson.api.job.JobId;

/** How many jobs of its queue stand before a waiting job, counted up to 1,000; a hint, for order changes all the time. */
public record JobPosition(JobId jobId, int before) {}
