package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directory in maps, for aggregate fixtures. */
public final class InMemoryDirectory implements Directory {
    private final Map<BackupId, KnownBackup> backups = new HashMap<>();
    private final Map<PartnerId, PartnerStatus> partners = new HashMap<>();
    private final Map<TenantId, PartnerId> tenants = new HashMap<>();
    private final Map<List<Object>, KnownVersion> versions = new HashMap<>();

    @Override
    public Optional<PartnerStatus> partnerStatus(PartnerId partnerId) {
        return Optional.ofNullable(partners.get(partnerId));
    }

    @Override
    public Optional<PartnerId> partnerOf(TenantId tenantId) {
        return Optional.ofNullable(tenants.get(tenantId));
    }

    @Override
    public Optional<KnownVersion> version(ComponentName component, SemanticVersion number) {
        return Optional.ofNullable(versions.get(List.of(component, number)));
    }

    public void put(PartnerId partnerId, PartnerStatus status) {
        partners.put(partnerId, status);
    }

    public void put(TenantId tenantId, PartnerId partnerId) {
        tenants.put(tenantId, partnerId);
    }

    public void put(ComponentName component, SemanticVersion number, KnownVersion version) {
        versions.put(List.of(component, number), version);
    }

    @Override
    public Optional<KnownBackup> backup(BackupId backupId) {
        return Optional.ofNullable(backups.get(backupId));
    }

    public void add(BackupId backupId, KnownBackup backup) {
        backups.put(backupId, backup);
    }
}
