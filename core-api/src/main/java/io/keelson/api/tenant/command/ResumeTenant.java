package io.keelson.api.tenant.command;

import io.keelson.api.tenant.TenantId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a suspended tenant start new things again, and brings back what its suspension stopped. Rejected with
 * PARTNER_SUSPENDED while its partner is suspended. Resuming an active tenant changes nothing; a deleted one is refused
 * with WRONG_STATE.
 */
public record ResumeTenant(@TargetAggregateIdentifier TenantId tenantId) implements TenantCommand {}
