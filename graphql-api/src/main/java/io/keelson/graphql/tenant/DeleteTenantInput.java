package io.keelson.graphql.tenant;

/** Which tenant to delete, and why. */
record DeleteTenantInput(String tenantId, String reason) {}
