package io.keelson.graphql.job;

import org.jspecify.annotations.Nullable;

/** Which queue to configure, how, and why. */
record ConfigureQueueInput(
        String queue, int concurrency, @Nullable String reason) {}
