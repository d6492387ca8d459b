package io.keelson.query.instance;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceCondition;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceRestarted;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.StepError;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.upgrade.UpgradeRecord;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.UpgradeStanding;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ProcessArtifact;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.query.row.FoldedName;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "instance")
class InstanceEntity extends ProjectedRow {
    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String foldedName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private InstanceType type;

    @Enumerated(EnumType.STRING)
    private InstanceStatus status;

    private UUID versionId;

    @Column(updatable = false)
    private String component;

    private String version;

    @Column(updatable = false)
    private String driver;

    @Column
    private String region;

    private @Nullable String url;

    // Where it served last, for a termination that touches nothing.
    private @Nullable String address;

    @Enumerated(EnumType.STRING)
    private InstanceHealth health;

    // For searches; the whole of it stands in upgrades.
    @Enumerated(EnumType.STRING)
    private UpdatePolicy updatePolicy;

    @Convert(converter = ConfigurationColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private InstanceConfiguration configuration;

    @Convert(converter = ResourcesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Resources resources;

    @Column(updatable = false)
    private @Nullable UUID partnerId;

    @Column(updatable = false)
    private @Nullable UUID tenantId;

    private @Nullable UUID activeOperationId;

    @Convert(converter = ErrorColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable StepError lastError;

    @Convert(converter = ConditionColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable InstanceCondition condition;

    @Convert(converter = BackupsColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable BackupList backups;

    private @Nullable String tags;

    @Convert(converter = UpgradesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable UpgradeStanding upgrades;

    @SuppressWarnings("NullAway.Init")
    protected InstanceEntity() {}

    InstanceEntity(InstanceProvisioningRequested event, Stamp stamp) {
        super(stamp);
        InstanceBlueprint blueprint = event.blueprint();
        name = blueprint.name().value();
        foldedName = FoldedName.of(name);
        type = blueprint.type();
        status = InstanceStatus.PROVISIONING;
        versionId = blueprint.versionId().value();
        component = blueprint.component().value();
        version = blueprint.version().value();
        driver = blueprint.driver().value();
        region = blueprint.configuration().region();
        health = InstanceHealth.UNKNOWN;
        updatePolicy = event.updatePolicy();
        configuration = blueprint.configuration();
        resources = blueprint.resources();
        partnerId = blueprint.partnerId() == null ? null : blueprint.partnerId().value();
        tenantId = blueprint.tenantId() == null ? null : blueprint.tenantId().value();
        activeOperationId = event.operationId().value();
    }

    String foldedName() {
        return foldedName;
    }

    void activated(String servedAt) {
        ended(InstanceStatus.ACTIVE, null);
        url = servedAt;
        address = servedAt;
        // Its health check is the step before this event.
        health = InstanceHealth.HEALTHY;
    }

    void terminating(OperationId operation) {
        status = InstanceStatus.TERMINATING;
        activeOperationId = operation.value();
        servesNoMore();
    }

    void terminated() {
        ended(InstanceStatus.TERMINATED, null);
        servesNoMore();
    }

    /** Where nothing was removed, the instance is as it was before; it still serves where it served. */
    void terminationFailed(InstanceTerminationFailed event) {
        if (!event.nothingRemoved()) {
            failed(event.error());
        } else {
            ended(statusOfLiving(), event.error());
            if (status == InstanceStatus.ACTIVE) {
                url = address;
                health = InstanceHealth.HEALTHY;
            }
        }
    }

    void failed(StepError error) {
        ended(InstanceStatus.FAILED, error);
        servesNoMore();
    }

    /** An operation changes the living instance, which meanwhile serves as long as it can. */
    void busy(OperationId operation) {
        activeOperationId = operation.value();
    }

    /** An upgrade that begins is no longer asked for. */
    void busy(InstanceOperationRequested request) {
        busy(request.operationId());
        if (request.kind() == OperationKind.UPGRADE) {
            upgrades = upgrades()
                    .withProposal(null)
                    .avoiding(request.targetOrSame().version());
        }
    }

    void upgraded(InstanceUpgraded event, Instant at) {
        restored(event.blueprint(), event.url());
        ProcessArtifact process = event.blueprint().artifacts().process();
        upgrades = upgrades()
                .withLatest(new UpgradeRecord(
                        event.operationId(),
                        event.before().version(),
                        event.blueprint().version(),
                        event.backupId(),
                        at,
                        process != null && process.reverse() != null))
                .accepting(event.blueprint().version());
    }

    void rolledBack(InstanceRolledBack event) {
        restored(event.blueprint(), event.url());
        upgrades = upgrades().withLatest(null).avoiding(event.before().version());
    }

    void operationFailed(InstanceOperationFailed event) {
        ended(event.takenBack() ? statusOfLiving() : InstanceStatus.FAILED, event.error());
    }

    void suspended(SuspensionCause cause) {
        ended(InstanceStatus.SUSPENDED, null);
        condition = condition().withSuspension(cause);
        servesNoMore();
    }

    void resumed(String servedAt) {
        activated(servedAt);
        condition = condition().withSuspension(null);
    }

    void backedUp(InstanceBackedUp event, Instant at) {
        ended(status, null);
        backups = backups().plus(event, at);
    }

    void restored(InstanceBlueprint blueprint, String servedAt) {
        upgrades = upgrades().withLatest(null);
        versionId = blueprint.versionId().value();
        version = blueprint.version().value();
        resources = blueprint.resources();
        configured(blueprint.configuration(), servedAt);
    }

    void configured(InstanceConfiguration now, String servedAt) {
        activated(servedAt);
        configuration = now;
    }

    void migrated(InstanceConfiguration now, String servedAt) {
        configured(now, servedAt);
        region = now.region();
        upgrades = upgrades().withLatest(null);
    }

    void tagged(List<InstanceTag> now) {
        tags = TagsColumn.write(now);
    }

    void scaled(Resources now) {
        ended(status, null);
        resources = now;
    }

    void health(InstanceHealth now) {
        health = now;
    }

    /** What was healed is healthy when the watch says so, for it may die again at once. */
    void restarted(InstanceRestarted event) {
        InstanceHealth before = health;
        activated(event.url());
        if (event.healed()) {
            health = before;
        }
    }

    void reconciled(@Nullable String servedAt) {
        ended(status, null);
        if (servedAt != null && status == InstanceStatus.ACTIVE) {
            url = servedAt;
            address = servedAt;
        }
    }

    void maintenance(boolean on) {
        ended(status, null);
        condition = condition().withMaintenance(on);
    }

    void protect(boolean on, boolean secondPerson) {
        condition = condition().withProtection(on, secondPerson);
    }

    /** What is wished, asked for or known about upgrades changes. */
    void upgrades(UnaryOperator<UpgradeStanding> change) {
        upgrades = change.apply(upgrades());
        updatePolicy = upgrades.settings().policy();
    }

    private UpgradeStanding upgrades() {
        return upgrades == null ? UpgradeStanding.of(UpgradeSettings.of(updatePolicy)) : upgrades;
    }

    private InstanceStatus statusOfLiving() {
        return condition().suspension() == null ? InstanceStatus.ACTIVE : InstanceStatus.SUSPENDED;
    }

    private BackupList backups() {
        return backups == null ? BackupList.NONE : backups;
    }

    // Rows of before there were conditions have none.
    private InstanceCondition condition() {
        return condition == null ? InstanceCondition.NORMAL : condition;
    }

    private void ended(InstanceStatus now, @Nullable StepError error) {
        status = now;
        lastError = error;
        activeOperationId = null;
    }

    private void servesNoMore() {
        url = null;
        health = InstanceHealth.UNKNOWN;
    }

    InstanceView toView() {
        return new InstanceView(
                new InstanceId(id()),
                new InstanceName(name),
                type,
                status,
                new VersionId(versionId),
                new ComponentName(component),
                new SemanticVersion(version),
                new DriverName(driver),
                url,
                health,
                upgrades(),
                configuration,
                resources,
                partnerId == null ? null : new PartnerId(partnerId),
                tenantId == null ? null : new TenantId(tenantId),
                activeOperationId == null ? null : new OperationId(activeOperationId),
                lastError,
                condition(),
                backups().views(),
                TagsColumn.read(tags),
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
