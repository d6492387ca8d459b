package io.keelson.api.tenant.query;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import java.time.Instant;

/** A tenant as last projected. */
public record TenantView(
        TenantId id, PartnerId partnerId, TenantName name, Instant createdAt, Instant updatedAt, String createdBy) {}
