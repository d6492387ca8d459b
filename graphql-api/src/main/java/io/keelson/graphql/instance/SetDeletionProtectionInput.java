package io.keelson.graphql.instance;

/** Deletion protection of which instance, which way, and why. */
record SetDeletionProtectionInput(String instanceId, boolean on, String reason) {}
