package io.keelson.api.instance.query;

import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold; null ones match everything. */
public record InstanceFilter(
        @Nullable InstanceStatus status,
        @Nullable InstanceType type,
        @Nullable ComponentName component,
        @Nullable SemanticVersion version,
        @Nullable PartnerId partnerId,
        @Nullable TenantId tenantId,
        @Nullable Region region,
        @Nullable InstanceHealth health,
        @Nullable String nameContains,
        @Nullable InstanceTag tag) {
    public static final InstanceFilter ALL = new InstanceFilter(null, null, null, null, null, null, null, null, null);

    /** Conditions on everything but the tags. */
    public InstanceFilter(
            @Nullable InstanceStatus status,
            @Nullable InstanceType type,
            @Nullable ComponentName component,
            @Nullable SemanticVersion version,
            @Nullable PartnerId partnerId,
            @Nullable TenantId tenantId,
            @Nullable Region region,
            @Nullable InstanceHealth health,
            @Nullable String nameContains) {
        this(status, type, component, version, partnerId, tenantId, region, health, nameContains, null);
    }
}
