package io.keelson.graphql.upgrade;

/** Which instance to take back to before its last upgrade, and why. */
record RollbackInstanceInput(String instanceId, String reason) {}
