package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * The large parts of a job.
 *
 * @param payload JSON text
 * @param result JSON text of what the job gave back, or null
 * @param stack where the last failed try failed, or null
 */
public record JobContent(
        JobId jobId,
        String payload,
        @Nullable String result,
        @Nullable String stack) {}
