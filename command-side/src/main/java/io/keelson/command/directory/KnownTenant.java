package io.keelson.command.directory;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.residency.Residency;
import org.jspecify.annotations.Nullable;

/**
 * What a command may know of a tenant.
 *
 * @param residency where its data may rest, or null for anywhere
 */
public record KnownTenant(
        PartnerId partnerId, TenantStatus status, @Nullable Residency residency) {}
