package io.keelson.graphql.worker;

import org.jspecify.annotations.Nullable;

/** Which worker to resume, and perhaps why. */
record ResumeWorkerInput(String workerId, @Nullable String reason) {}
