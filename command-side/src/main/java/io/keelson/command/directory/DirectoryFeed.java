package io.keelson.command.directory;

import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
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
    void on(PartnerRegistered event) {
        directory.add(event.partnerId(), PartnerStatus.ACTIVE);
    }

    @EventHandler
    void on(PartnerSuspended event) {
        directory.set(event.partnerId(), PartnerStatus.SUSPENDED);
    }

    @EventHandler
    void on(PartnerResumed event) {
        directory.set(event.partnerId(), PartnerStatus.ACTIVE);
    }

    @EventHandler
    void on(TenantRegistered event) {
        directory.add(event.tenantId(), event.partnerId());
    }

    @EventHandler
    void on(VersionReleased event) {
        directory.add(
                event.component(),
                event.number(),
                new KnownVersion(event.versionId(), event.status(), event.artifacts()));
    }

    @EventHandler
    void on(VersionWithdrawn event) {
        directory.set(event.versionId(), VersionStatus.WITHDRAWN);
    }

    @EventHandler
    void on(InstanceBackedUp event) {
        directory.add(
                event.backupId(),
                new KnownBackup(
                        event.instanceId(),
                        event.blueprint().component(),
                        event.blueprint().version(),
                        event.facts().checksum()));
        event.expired().forEach(directory::remove);
    }
}
