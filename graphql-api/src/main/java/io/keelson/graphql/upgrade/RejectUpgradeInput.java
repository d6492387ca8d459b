package io.keelson.graphql.upgrade;

/** Which upgrade to refuse, and why. */
record RejectUpgradeInput(String instanceId, String operationId, String reason) {}
