package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory in PostgreSQL. Rows that can change are read {@code for share}, so their change waits for the reader. */
public final class JdbcDirectory implements Directory {
    private static final String PARTNER_STATUS = "select status from command_side.partner where id = ? for share";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD_PARTNER =
            "insert into command_side.partner (id, status) values (?, ?) on conflict (id) do nothing";
    private static final String SET_PARTNER = "update command_side.partner set status = ? where id = ?";
    private static final String SETTLE_PARTNER = "select id from command_side.partner where id = ? for update";
    private static final String SETTLE_TENANT = "select id from command_side.tenant where id = ? for update";

    private final JdbcClient jdbc;
    private final TenantRows tenants;
    private final InstanceRows instances;
    private final BackupRows backups;
    private final VersionRows versions;
    private final RolloutRows rollouts;

    public JdbcDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
        tenants = new TenantRows(jdbc);
        instances = new InstanceRows(jdbc);
        backups = new BackupRows(jdbc);
        versions = new VersionRows(jdbc);
        rollouts = new RolloutRows(jdbc);
    }

    @Override
    public Optional<PartnerStatus> partnerStatus(PartnerId partnerId) {
        return jdbc.sql(PARTNER_STATUS)
                .param(partnerId.toString())
                .query(String.class)
                .optional()
                .map(PartnerStatus::valueOf);
    }

    @Override
    public Optional<KnownTenant> tenant(TenantId tenantId) {
        return tenants.find(tenantId);
    }

    @Override
    public void settle(OwnerId owner) {
        jdbc.sql(owner.isTenant() ? SETTLE_TENANT : SETTLE_PARTNER)
                .param(owner.value())
                .query(String.class)
                .optional();
    }

    @Override
    public List<TenantId> tenantsOf(PartnerId partnerId, int limit) {
        return tenants.ofPartner(partnerId, limit);
    }

    @Override
    public List<KnownInstance> instancesOf(OwnerId owner, @Nullable InstanceId after, int limit) {
        return instances.ownedBy(owner, after, limit);
    }

    @Override
    public Optional<InstanceOwner> ownerOf(InstanceId instanceId) {
        return instances.ownerOf(instanceId);
    }

    TenantRows tenants() {
        return tenants;
    }

    InstanceRows instances() {
        return instances;
    }

    BackupRows backups() {
        return backups;
    }

    RolloutRows rollouts() {
        return rollouts;
    }

    VersionRows versions() {
        return versions;
    }

    @Override
    public Optional<KnownVersion> version(ComponentName component, SemanticVersion number) {
        return versions.find(component, number);
    }

    @Override
    public List<KnownRelease> releases(ComponentName component) {
        return versions.releases(component);
    }

    @Override
    public List<ChannelEntry> channel(ComponentName component, ChannelName name) {
        return versions.channel(ChannelId.of(component, name));
    }

    @Override
    public Optional<KnownBackup> backup(BackupId backupId) {
        return backups.find(backupId);
    }

    @Override
    public Optional<RolloutHold> heldBy(InstanceId instanceId) {
        return rollouts.oldestOf(instanceId);
    }

    void add(PartnerId partnerId, PartnerStatus status) {
        jdbc.sql(ADD_PARTNER).params(partnerId.toString(), status.name()).update();
    }

    void set(PartnerId partnerId, PartnerStatus status) {
        jdbc.sql(SET_PARTNER).params(status.name(), partnerId.toString()).update();
    }
}
