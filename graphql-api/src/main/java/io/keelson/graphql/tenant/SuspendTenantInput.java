package io.keelson.graphql.tenant;

/** Which tenant to suspend, and why. */
record SuspendTenantInput(String tenantId, String reason) {}
