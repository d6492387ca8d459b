package io.keelson.graphql.instance;

import org.jspecify.annotations.Nullable;

/** How to protect which instance, and why. */
record SetDeletionProtectionInput(
        String instanceId, boolean on, @Nullable Boolean secondPerson, String reason) {}
