package io.keelson.graphql.instance;

/** Which instance to remove, and why. */
record TerminateInstanceInput(String instanceId, String reason) {}
