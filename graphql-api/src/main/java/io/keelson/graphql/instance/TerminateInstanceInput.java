package io.keelson.graphql.instance;

import org.jspecify.annotations.Nullable;

/**
 * Which instance to remove, and why.
 *
 * @param lastBackup whether a last backup is made; null means yes
 */
record TerminateInstanceInput(
        String instanceId, String reason, @Nullable Boolean lastBackup) {}
