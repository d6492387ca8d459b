package io.keelson.graphql.instance;

/** Which instance to suspend, and why. */
record SuspendInstanceInput(String instanceId, String reason) {}
