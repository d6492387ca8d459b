package io.keelson.api.instance.query;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceCondition;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.Resources;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.upgrade.UpgradeStanding;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance as last projected.
 *
 * @param url where it serves, or null while it does not
 * @param health how healthy it is, by the last looks at it together; a single bad look does not change it
 * @param upgrades what its customer wishes about upgrades, what is asked for, and what came of it
 * @param activeOperationId the operation that is changing it, or null
 * @param lastError why its last operation failed, or null
 * @param condition what holds for it beside its status
 * @param backups those that are kept, newest first
 * @param tags in the order of the alphabet
 */
public record InstanceView(
        InstanceId id,
        InstanceName name,
        InstanceType type,
        InstanceStatus status,
        VersionId versionId,
        ComponentName component,
        SemanticVersion version,
        DriverName driver,
        @Nullable String url,
        InstanceHealth health,
        UpgradeStanding upgrades,
        InstanceConfiguration configuration,
        Resources resources,
        @Nullable PartnerId partnerId,
        @Nullable TenantId tenantId,
        @Nullable OperationId activeOperationId,
        @Nullable StepError lastError,
        InstanceCondition condition,
        List<BackupView> backups,
        List<InstanceTag> tags,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
