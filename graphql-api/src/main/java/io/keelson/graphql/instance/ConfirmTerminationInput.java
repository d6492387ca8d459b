package io.keelson.graphql.instance;

/** Which termination to confirm, and why. */
record ConfirmTerminationInput(String instanceId, String reason) {}
