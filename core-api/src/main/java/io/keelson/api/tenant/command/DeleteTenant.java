package io.keelson.api.tenant.command;

import io.keelson.api.tenant.TenantId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a tenant; its history stays. Needs a reason in the metadata. Rejected with STILL_IN_USE while it has live
 * instances. Deleting a deleted tenant changes nothing.
 */
public record DeleteTenant(@TargetAggregateIdentifier TenantId tenantId) implements TenantCommand {}
