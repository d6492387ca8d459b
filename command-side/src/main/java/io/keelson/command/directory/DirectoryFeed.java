package io.keelson.command.directory;

import io.keelson.api.channel.event.ChannelEvent;
import io.keelson.api.channel.event.VersionDemoted;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerDeleted;
import io.keelson.api.partner.event.PartnerEvent;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.event.PartnerUpdated;
import io.keelson.api.rollout.event.RolloutAborted;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.event.TenantDeleted;
import io.keelson.api.tenant.event.TenantEvent;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.event.TenantResumed;
import io.keelson.api.tenant.event.TenantSuspended;
import io.keelson.api.tenant.event.TenantUpdated;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.SecurityDatesSet;
import io.keelson.api.version.event.VersionEvent;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionRequirementChanged;
import io.keelson.api.version.event.VersionStatusChanged;
import io.keelson.api.version.event.VersionWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps the directory. Its processing group must be a subscribing one that passes errors on: then a row is written in
 * the transaction of its event, or neither is.
 */
@ProcessingGroup(DirectoryFeed.GROUP)
public final class DirectoryFeed {
    /** Name of the processing group. */
    public static final String GROUP = "directory";

    private final JdbcDirectory directory;

    public DirectoryFeed(JdbcDirectory directory) {
        this.directory = directory;
    }

    @EventHandler
    void on(PartnerEvent event) {
        switch (event) {
            case PartnerRegistered registered -> directory.add(registered.partnerId(), PartnerStatus.ACTIVE);
            case PartnerUpdated _ -> {}
            case PartnerSuspended suspended -> directory.set(suspended.partnerId(), PartnerStatus.SUSPENDED);
            case PartnerResumed resumed -> directory.set(resumed.partnerId(), PartnerStatus.ACTIVE);
            case PartnerDeleted deleted -> directory.set(deleted.partnerId(), PartnerStatus.DELETED);
        }
    }

    @EventHandler
    void on(TenantEvent event) {
        TenantRows tenants = directory.tenants();
        switch (event) {
            case TenantRegistered registered -> tenants.add(registered);
            case TenantUpdated updated -> tenants.set(updated.tenantId(), updated.residency());
            case TenantSuspended suspended -> tenants.set(suspended.tenantId(), TenantStatus.SUSPENDED);
            case TenantResumed resumed -> tenants.set(resumed.tenantId(), TenantStatus.ACTIVE);
            case TenantDeleted deleted -> tenants.set(deleted.tenantId(), TenantStatus.DELETED);
        }
    }

    @EventHandler
    void on(InstanceProvisioningRequested event) {
        directory.instances().add(event.blueprint());
    }

    @EventHandler
    void on(InstanceTerminated event) {
        directory.instances().remove(event.instanceId());
    }

    @EventHandler
    void on(VersionEvent event) {
        VersionRows versions = directory.versions();
        switch (event) {
            case VersionReleased released -> versions.add(released);
            case VersionWithdrawn withdrawn -> versions.set(withdrawn.versionId(), VersionStatus.WITHDRAWN);
            case VersionStatusChanged changed -> versions.set(changed.versionId(), changed.status());
            case VersionRequirementChanged changed ->
                versions.change(changed.versionId(), standing -> standing.withRequired(changed.required()));
            case SecurityDatesSet set ->
                versions.change(set.versionId(), standing -> standing.withSecurityDates(set.dates()));
        }
    }

    @EventHandler
    void on(ChannelEvent event) {
        switch (event) {
            case VersionPromoted promoted -> directory.versions().promote(promoted);
            case VersionDemoted demoted -> directory.versions().demote(demoted);
        }
    }

    @EventHandler
    void on(RolloutMembersListed event) {
        directory.rollouts().add(event);
    }

    @EventHandler
    void on(RolloutMemberEnded event) {
        directory.rollouts().remove(event.rolloutId(), event.instanceId());
    }

    @EventHandler
    void on(RolloutAborted event) {
        directory.rollouts().removeAll(event.rolloutId());
    }

    @EventHandler
    void on(InstanceBackedUp event) {
        directory.backups().add(event);
    }

    @EventHandler
    void on(InstanceOperationRequested event) {
        if (event.kind() == OperationKind.MIGRATE) {
            directory.instances().moving(event.targetOrSame());
        }
    }

    @EventHandler
    void on(InstanceMigrated event) {
        directory.instances().moved(event.instanceId(), event.configuration());
    }

    /** What could not be taken back may still be where it was to go. */
    @EventHandler
    void on(InstanceOperationFailed event) {
        if (event.takenBack()) {
            directory.instances().staying(event.instanceId());
        }
    }
}
