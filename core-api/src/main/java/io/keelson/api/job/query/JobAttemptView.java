package io.keelson.api.job.query;

import io.keelson.api.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A try that failed.
 *
 * @param outcome how it ended, for example {@code FAILED} or {@code TIMED_OUT}
 * @param node the process that ran it, or null
 */
public record JobAttemptView(
        JobId jobId,
        int attempt,
        @Nullable String node,
        @Nullable Instant startedAt,
        Instant endedAt,
        String outcome,
        @Nullable String error,
        @Nullable String stack) {}
