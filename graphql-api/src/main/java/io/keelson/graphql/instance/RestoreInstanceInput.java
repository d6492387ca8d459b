package io.keelson.graphql.instance;

/** Which instance to take back to which snapshot, and why. */
record RestoreInstanceInput(String instanceId, String backupId, String reason) {}
