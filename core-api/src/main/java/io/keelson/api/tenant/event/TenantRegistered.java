package io.keelson.api.tenant.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.message.LogicalName;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.residency.Residency;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An end customer of a partner is known from now on.
 *
 * @param profile null when nothing is known, as in events from before there were profiles
 * @param residency null when its data may rest anywhere, as in events from before there were rules
 */
@LogicalName("tenant.registered")
@Revision("1")
public record TenantRegistered(
        TenantId tenantId,
        PartnerId partnerId,
        TenantName name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TenantProfile profile,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Residency residency)
        implements TenantEvent {}
