package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The directory in PostgreSQL. Rows that can change are read {@code for share}, so their change waits for the reader. */
public final class JdbcDirectory implements Directory {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PARTNER_STATUS = "select status from command_side.partner where id = ? for share";
    private static final String VERSION = """
            select id, status, artifacts from command_side.version
            where component = ? and number = ? for share""";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD_PARTNER =
            "insert into command_side.partner (id, status) values (?, ?) on conflict (id) do nothing";
    private static final String SET_PARTNER = "update command_side.partner set status = ? where id = ?";
    private static final String SETTLE_PARTNER = "select id from command_side.partner where id = ? for update";
    private static final String SETTLE_TENANT = "select id from command_side.tenant where id = ? for update";
    private static final String ADD_VERSION = """
            insert into command_side.version (id, component, number, status, artifacts) values (?, ?, ?, ?, ?)
            on conflict (id) do nothing""";
    private static final String SET_VERSION = "update command_side.version set status = ? where id = ?";

    private final JdbcClient jdbc;
    private final TenantRows tenants;
    private final InstanceRows instances;
    private final BackupRows backups;

    public JdbcDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
        tenants = new TenantRows(jdbc);
        instances = new InstanceRows(jdbc);
        backups = new BackupRows(jdbc);
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

    @Override
    public Optional<KnownVersion> version(ComponentName component, SemanticVersion number) {
        return jdbc.sql(VERSION)
                .params(component.value(), number.value())
                .query((row, _) -> new KnownVersion(
                        VersionId.parse(row.getString("id")),
                        VersionStatus.valueOf(row.getString("status")),
                        JSON.readValue(row.getString("artifacts"), Artifacts.class)))
                .optional();
    }

    @Override
    public Optional<KnownBackup> backup(BackupId backupId) {
        return backups.find(backupId);
    }

    void add(PartnerId partnerId, PartnerStatus status) {
        jdbc.sql(ADD_PARTNER).params(partnerId.toString(), status.name()).update();
    }

    void set(PartnerId partnerId, PartnerStatus status) {
        jdbc.sql(SET_PARTNER).params(status.name(), partnerId.toString()).update();
    }

    void add(ComponentName component, SemanticVersion number, KnownVersion version) {
        jdbc.sql(ADD_VERSION)
                .params(
                        version.versionId().toString(),
                        component.value(),
                        number.value(),
                        version.status().name(),
                        JSON.writeValueAsString(version.artifacts()))
                .update();
    }

    void set(VersionId versionId, VersionStatus status) {
        jdbc.sql(SET_VERSION).params(status.name(), versionId.toString()).update();
    }
}
