package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command must know of other aggregates. What can change, namely the status of a partner, a tenant or a version,
 * stays as it was read until the command's transaction ends.
 */
public interface Directory {
    /** Empty when the partner is unknown. */
    Optional<PartnerStatus> partnerStatus(PartnerId partnerId);

    /** Empty when the tenant is unknown. */
    Optional<KnownTenant> tenant(TenantId tenantId);

    /** Empty when the component has no version with this number. */
    Optional<KnownVersion> version(ComponentName component, SemanticVersion number);

    /** The releases of a component, in no order. */
    List<KnownRelease> releases(ComponentName component);

    /** The releases that were ever in a channel, in the order of their sequence; empty when there is no such channel. */
    List<ChannelEntry> channel(ComponentName component, ChannelName name);

    /** Empty when there is no such instance, or it is terminated. */
    Optional<InstanceOwner> ownerOf(InstanceId instanceId);

    /** Empty when there is no such backup, or it has expired. */
    Optional<KnownBackup> backup(BackupId backupId);

    /** The oldest unfinished rollout that the instance belongs to and had no turn in; empty when there is none. */
    Optional<RolloutHold> heldBy(InstanceId instanceId);

    /**
     * Waits for the commands that have found this owner active, and keeps later ones waiting: what the owner has is
     * complete from now on until the command's transaction ends. Does nothing for an owner that is unknown.
     */
    void settle(OwnerId owner);

    /** Tenants of a partner that are not deleted, in the order of their ids. */
    List<TenantId> tenantsOf(PartnerId partnerId, int limit);

    /**
     * Instances that somebody owns and that are not terminated, in the order of their ids.
     *
     * @param after the last instance of the part before, or null to start at the beginning
     */
    List<KnownInstance> instancesOf(OwnerId owner, @Nullable InstanceId after, int limit);

    /**
     * Refuses a partner that is unknown (PARTNER_NOT_FOUND), suspended (PARTNER_SUSPENDED) or deleted (WRONG_STATE), field
     * {@code partnerId}.
     */
    default void requireActive(PartnerId partnerId) {
        PartnerStatus status = partnerStatus(partnerId)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.PARTNER_NOT_FOUND, "partnerId", "There is no %s.".formatted(partnerId)));
        switch (status) {
            case ACTIVE -> {}
            case SUSPENDED -> throw suspended(ErrorCode.PARTNER_SUSPENDED, "partnerId", partnerId);
            case DELETED -> throw deleted("partnerId", partnerId);
        }
    }

    /**
     * The tenant, which is active. Refuses one that is unknown (TENANT_NOT_FOUND), suspended (TENANT_SUSPENDED) or deleted
     * (WRONG_STATE), field {@code tenantId}.
     */
    default KnownTenant requireActive(TenantId tenantId) {
        KnownTenant tenant = tenant(tenantId)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.TENANT_NOT_FOUND, "tenantId", "There is no %s.".formatted(tenantId)));
        return switch (tenant.status()) {
            case ACTIVE -> tenant;
            case SUSPENDED -> throw suspended(ErrorCode.TENANT_SUSPENDED, "tenantId", tenantId);
            case DELETED -> throw deleted("tenantId", tenantId);
        };
    }

    /**
     * The release, of which new instances may be made. Refuses one that is unknown (VERSION_NOT_FOUND) or neither beta nor
     * stable (VERSION_NOT_PROVISIONABLE), field {@code version}.
     */
    default KnownVersion requireProvisionable(ComponentName component, SemanticVersion number) {
        KnownVersion version = version(component, number)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.VERSION_NOT_FOUND,
                        "version",
                        "There is no version %s of %s.".formatted(number, component)));
        if (!version.status().provisionable()) {
            throw new RejectedException(
                    ErrorCode.VERSION_NOT_PROVISIONABLE,
                    "version",
                    "Version %s of %s is %s; no new instance may be made of it."
                            .formatted(number, component, version.status()));
        }
        return version;
    }

    private static RejectedException suspended(ErrorCode code, String field, Object id) {
        return new RejectedException(
                code, field, "%s is suspended and may start nothing new until it is resumed.".formatted(id));
    }

    private static RejectedException deleted(String field, Object id) {
        return new RejectedException(
                ErrorCode.WRONG_STATE, field, "%s is deleted; nothing of it can be changed any more.".formatted(id));
    }
}
