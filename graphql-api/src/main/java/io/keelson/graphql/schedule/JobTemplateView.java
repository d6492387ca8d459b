package io.keelson.graphql.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What kind of job a schedule makes, as a caller reads it. */
record JobTemplateView(
        String type,
        Object payload,
        @Nullable String queue,
        int priority,
        @Nullable Integer maxAttempts,
        @Nullable Duration timeout,
        @Nullable Duration backoff) {}
