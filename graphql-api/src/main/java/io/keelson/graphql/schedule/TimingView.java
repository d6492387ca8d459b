package io.keelson.graphql.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a schedule fires, as a caller reads it. */
record TimingView(
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Instant at,
        @Nullable Duration every,
        @Nullable Instant anchor) {}
