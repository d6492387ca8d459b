package io.keelson.api.tenant.command;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.residency.Residency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes an end customer of a partner known. Rejected with PARTNER_NOT_FOUND, PARTNER_SUSPENDED or NAME_TAKEN.
 *
 * @param profile or null when nothing is known
 * @param residency where its data may rest, or null for anywhere
 */
public record RegisterTenant(
        @TargetAggregateIdentifier TenantId tenantId,
        PartnerId partnerId,
        TenantName name,
        @Nullable TenantProfile profile,
        @Nullable Residency residency)
        implements TenantCommand {}
