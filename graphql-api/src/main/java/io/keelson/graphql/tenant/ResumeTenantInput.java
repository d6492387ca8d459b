package io.keelson.graphql.tenant;

import org.jspecify.annotations.Nullable;

/** Which tenant to resume, and why. */
record ResumeTenantInput(String tenantId, @Nullable String reason) {}
