package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The backups of the directory. */
final class BackupRows {
    private static final String FIND =
            "select instance, component, version, checksum, region, tenant from command_side.backup where id = ?";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD = """
            insert into command_side.backup (id, instance, component, version, checksum, region, tenant)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""";
    private static final String REMOVE = "delete from command_side.backup where id = ?";

    private final JdbcClient jdbc;

    BackupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownBackup> find(BackupId backupId) {
        return jdbc.sql(FIND)
                .param(backupId.toString())
                .query((row, _) -> {
                    String region = row.getString("region");
                    String tenant = row.getString("tenant");
                    return new KnownBackup(
                            InstanceId.parse(row.getString("instance")),
                            new ComponentName(row.getString("component")),
                            new SemanticVersion(row.getString("version")),
                            row.getString("checksum"),
                            region == null ? null : new Region(region),
                            tenant == null ? null : TenantId.parse(tenant));
                })
                .optional();
    }

    void add(InstanceBackedUp event) {
        TenantId tenant = event.blueprint().tenantId();
        jdbc.sql(ADD)
                .params(Arrays.asList(
                        event.backupId().toString(),
                        event.instanceId().toString(),
                        event.blueprint().component().value(),
                        event.blueprint().version().value(),
                        event.facts().checksum(),
                        event.restsIn().value(),
                        tenant == null ? null : tenant.toString()))
                .update();
        event.expired().forEach(this::remove);
    }

    private void remove(BackupId backupId) {
        jdbc.sql(REMOVE).param(backupId.toString()).update();
    }
}
