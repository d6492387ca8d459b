package io.keelson.command.directory;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** To whom an instance belongs; to the platform itself when to neither. */
public record InstanceOwner(
        @Nullable PartnerId partnerId, @Nullable TenantId tenantId) {}
