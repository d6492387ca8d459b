package io.keelson.api.tenant.command;

import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Forbids a tenant new instances, and stops its instances that run. Needs a reason in the metadata. Suspending a
 * suspended tenant changes nothing; a deleted one is refused with WRONG_STATE.
 *
 * @param suspensionId id that the suspension will have
 */
public record SuspendTenant(@TargetAggregateIdentifier TenantId tenantId, SuspensionId suspensionId)
        implements TenantCommand {}
