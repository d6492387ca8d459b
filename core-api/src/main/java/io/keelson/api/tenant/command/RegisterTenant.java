package io.keelson.api.tenant.command;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes an end customer of a partner known. Rejected with PARTNER_NOT_FOUND, PARTNER_SUSPENDED or NAME_TAKEN. */
public record RegisterTenant(@TargetAggregateIdentifier TenantId tenantId, PartnerId partnerId, TenantName name)
        implements TenantCommand {}
