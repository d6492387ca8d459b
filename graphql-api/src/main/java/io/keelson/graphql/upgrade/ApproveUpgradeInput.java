package io.keelson.graphql.upgrade;

/** Which upgrade to agree to. */
record ApproveUpgradeInput(String instanceId, String operationId) {}
