package io.keelson.api.tenant.query;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.residency.Residency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as last projected.
 *
 * @param profile or null when nothing is known
 * @param residency where its data may rest, or null for anywhere
 * @param suspensionId the suspension that holds its instances, or null when there is none
 */
public record TenantView(
        TenantId id,
        PartnerId partnerId,
        TenantName name,
        TenantStatus status,
        @Nullable TenantProfile profile,
        @Nullable Residency residency,
        @Nullable SuspensionId suspensionId,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
