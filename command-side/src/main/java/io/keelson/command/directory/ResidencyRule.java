package io.keelson.command.directory;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Residency;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds instances to the residency of their tenant. */
public final class ResidencyRule {
    private static final int PART = 500;

    private ResidencyRule() {}

    /**
     * Refuses with RESIDENCY_VIOLATED an instance that breaks the residency, field {@code type}, {@code region} or {@code
     * dataResidency}.
     *
     * @param residency of the tenant, or null for anywhere
     * @param prefix of the two last fields in the request, for example {@code configuration.}
     */
    public static void require(@Nullable Residency residency, KnownInstance instance, String prefix) {
        if (residency == null) {
            return;
        }
        if (!permitsType(residency, instance)) {
            throw violated(
                    "type",
                    "Mode %s needs a self-hosted instance, not %s.".formatted(residency.mode(), instance.type()));
        }
        if (!residency.permitsRunning(instance.region())) {
            throw violated(
                    prefix + "region",
                    "Region %s breaks the tenant's residency %s of %s."
                            .formatted(instance.region(), residency.mode(), residency.allowedRegions()));
        }
        if (!residency.permitsResting(instance.region(), instance.dataResidency())) {
            throw violated(
                    prefix + "dataResidency",
                    "Data in %s breaks the tenant's residency %s of %s; name only regions that it allows."
                            .formatted(
                                    instance.dataResidency().isEmpty() ? "any region" : instance.dataResidency(),
                                    residency.mode(),
                                    residency.allowedRegions()));
        }
    }

    /** Refuses with STILL_IN_USE, field {@code residency}, while live instances of the tenant break it; names 20 of them. */
    public static void requireKept(Residency residency, TenantId tenantId, Directory directory) {
        OwnerId owner = OwnerId.of(tenantId);
        directory.settle(owner);
        List<KnownInstance> breaking = new ArrayList<>();
        List<KnownInstance> part = directory.instancesOf(owner, null, PART);
        while (!part.isEmpty()) {
            part.stream().filter(instance -> !permits(residency, instance)).forEach(breaking::add);
            part = directory.instancesOf(owner, part.getLast().instanceId(), PART);
        }
        if (!breaking.isEmpty()) {
            throw new RejectedException(
                    ErrorCode.STILL_IN_USE,
                    "residency",
                    "%s still has instances that break residency %s of %s: %s; migrate or terminate them first."
                            .formatted(
                                    tenantId,
                                    residency.mode(),
                                    residency.allowedRegions(),
                                    StillInUse.named(breaking)));
        }
    }

    private static boolean permits(Residency residency, KnownInstance instance) {
        KnownInstance.Destination destination = instance.destination();
        return permitsType(residency, instance)
                && residency.permits(instance.region(), instance.dataResidency())
                && (destination == null || residency.permits(destination.region(), destination.dataResidency()));
    }

    private static boolean permitsType(Residency residency, KnownInstance instance) {
        return !residency.requiresSelfHosting() || instance.type() == InstanceType.SELF_HOSTED_ENTERPRISE;
    }

    private static RejectedException violated(String field, String message) {
        return new RejectedException(ErrorCode.RESIDENCY_VIOLATED, field, message);
    }
}
