package io.keelson.graphql.job;

import org.jspecify.annotations.Nullable;

/** Which queue to act on, and why. */
record QueueActInput(String queue, @Nullable String reason) {}
