package io.keelson.graphql.job;

import org.jspecify.annotations.Nullable;

/** Which job to act on, and why. */
record JobActInput(String jobId, @Nullable String reason) {}
