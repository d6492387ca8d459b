package io.keelson.api.owner.query;

import io.keelson.api.owner.OwnerId;

/**
 * How much somebody owns, as last projected.
 *
 * @param tenants tenants that are not deleted; 0 for a tenant
 * @param liveInstances instances that are not terminated
 */
public record OwnedCount(OwnerId owner, long tenants, long liveInstances) {}
