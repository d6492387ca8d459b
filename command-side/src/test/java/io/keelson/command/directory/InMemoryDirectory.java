package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.TenantFixtures;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A directory in maps, for aggregate fixtures. */
public final class InMemoryDirectory implements Directory {
    private final Map<BackupId, KnownBackup> backups = new HashMap<>();
    private final Map<PartnerId, PartnerStatus> partners = new HashMap<>();
    private final Map<TenantId, KnownTenant> tenants = new HashMap<>();
    private final Map<OwnerId, NavigableMap<String, KnownInstance>> instances = new HashMap<>();
    private final Map<List<Object>, KnownVersion> versions = new HashMap<>();

    /** A directory that knows the partner and the tenant of the fixtures; both are active. */
    public static InMemoryDirectory ofFixtures() {
        InMemoryDirectory directory = new InMemoryDirectory();
        directory.put(PartnerFixtures.PARTNER_ID, PartnerStatus.ACTIVE);
        directory.put(TenantFixtures.TENANT_ID, PartnerFixtures.PARTNER_ID);
        return directory;
    }

    private final Map<VersionId, KnownRelease> releases = new HashMap<>();
    private final Map<InstanceId, RolloutHold> holds = new HashMap<>();
    private final Map<ChannelId, List<ChannelEntry>> channels = new HashMap<>();

    @Override
    public Optional<PartnerStatus> partnerStatus(PartnerId partnerId) {
        return Optional.ofNullable(partners.get(partnerId));
    }

    @Override
    public Optional<KnownTenant> tenant(TenantId tenantId) {
        return Optional.ofNullable(tenants.get(tenantId));
    }

    @Override
    public void settle(OwnerId owner) {}

    @Override
    public Optional<RolloutHold> heldBy(InstanceId instanceId) {
        return Optional.ofNullable(holds.get(instanceId));
    }

    /** The instance belongs to this rollout, which is not over. */
    public void put(InstanceId instanceId, RolloutHold hold) {
        holds.put(instanceId, hold);
    }

    @Override
    public List<TenantId> tenantsOf(PartnerId partnerId, int limit) {
        return tenants.entrySet().stream()
                .filter(entry -> entry.getValue().partnerId().equals(partnerId))
                .filter(entry -> entry.getValue().status() != TenantStatus.DELETED)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(TenantId::toString))
                .limit(limit)
                .toList();
    }

    @Override
    public List<KnownInstance> instancesOf(OwnerId owner, InstanceId after, int limit) {
        return instances
                .getOrDefault(owner, new TreeMap<>())
                .tailMap(after == null ? "" : after.toString(), false)
                .values()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<InstanceOwner> ownerOf(InstanceId instanceId) {
        return instances.entrySet().stream()
                .filter(owned -> owned.getValue().containsKey(instanceId.toString()))
                .map(Map.Entry::getKey)
                .map(owner -> owner.isTenant()
                        ? new InstanceOwner(null, TenantId.parse(owner.value()))
                        : new InstanceOwner(PartnerId.parse(owner.value()), null))
                .findFirst();
    }

    @Override
    public List<KnownRelease> releases(ComponentName component) {
        return releases.values().stream()
                .filter(release -> release.component().equals(component))
                .toList();
    }

    @Override
    public List<ChannelEntry> channel(ComponentName component, ChannelName name) {
        return channels.getOrDefault(ChannelId.of(component, name), List.of());
    }

    public void put(VersionReleased released) {
        put(released, released.status());
    }

    public void put(VersionReleased released, VersionStatus status) {
        put(
                released.component(),
                released.number(),
                new KnownVersion(released.versionId(), status, released.artifacts()));
        releases.put(released.versionId(), KnownRelease.of(released, status, VersionStanding.NONE));
    }

    /** Nobody may skip this release, nor go back behind it. */
    public void require(VersionId versionId) {
        releases.computeIfPresent(
                versionId,
                (_, it) -> new KnownRelease(
                        versionId,
                        it.component(),
                        it.number(),
                        it.status(),
                        it.breaking(),
                        it.securityPatch(),
                        it.dependencies(),
                        it.standing().withRequired(true),
                        it.drivers()));
    }

    public void put(VersionPromoted promoted) {
        channels.put(
                promoted.channelId(),
                List.of(new ChannelEntry(promoted.versionId(), promoted.number(), promoted.sequence(), true)));
    }

    @Override
    public Optional<KnownVersion> version(ComponentName component, SemanticVersion number) {
        return Optional.ofNullable(versions.get(List.of(component, number)));
    }

    public void put(PartnerId partnerId, PartnerStatus status) {
        partners.put(partnerId, status);
    }

    public void put(TenantId tenantId, PartnerId partnerId) {
        put(tenantId, new KnownTenant(partnerId, TenantStatus.ACTIVE, null));
    }

    public void put(TenantId tenantId, KnownTenant tenant) {
        tenants.put(tenantId, tenant);
    }

    public void put(OwnerId owner, KnownInstance instance) {
        instances
                .computeIfAbsent(owner, _ -> new TreeMap<>())
                .put(instance.instanceId().toString(), instance);
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
