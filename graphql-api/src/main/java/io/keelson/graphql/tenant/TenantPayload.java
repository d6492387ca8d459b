package io.keelson.graphql.tenant;

import io.keelson.api.tenant.query.TenantView;

/** The tenant that a mutation changed. */
record TenantPayload(TenantView tenant) {}
