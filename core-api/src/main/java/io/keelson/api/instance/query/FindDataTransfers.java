package io.keelson.api.instance.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Page;
import io.keelson.api.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the approved transfers of data over borders, latest first; answers a {@link DataTransferPage}.
 *
 * @param instanceId those of this instance, or null for all
 * @param tenantId those of this tenant's instances, or null for all
 */
public record FindDataTransfers(
        @Nullable InstanceId instanceId, @Nullable TenantId tenantId, Page page) {}
