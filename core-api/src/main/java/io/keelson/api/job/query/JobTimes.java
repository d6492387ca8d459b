package io.keelson.api.job.query;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, from a histogram whose buckets are 20 % wide, so each figure is at most 10 % off; null when
 * nothing was measured.
 */
public record JobTimes(
        long count,
        @Nullable Duration p50,
        @Nullable Duration p95,
        @Nullable Duration p99) {}
