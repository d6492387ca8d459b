package io.keelson.api.instance.command;

import io.keelson.api.backup.BackupId;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.operation.OperationId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new instance. Rejected with NAME_TAKEN, TENANT_NOT_FOUND, TENANT_SUSPENDED, PARTNER_NOT_FOUND,
 * PARTNER_SUSPENDED, OWNER_MISMATCH, RESIDENCY_VIOLATED, VERSION_NOT_FOUND, VERSION_NOT_PROVISIONABLE, ARTIFACT_MISSING,
 * DRIVER_NOT_ENABLED, CONFIGURATION_NOT_ACCEPTED or BACKUP_NOT_FOUND.
 *
 * @param operationId id that the provisioning operation will have
 * @param backup the backup of another instance, of the same version, whose data the new one begins with; null for none
 * @param tags at most 50; in any order
 */
public record ProvisionInstance(
        @TargetAggregateIdentifier InstanceId instanceId,
        OperationId operationId,
        InstanceName name,
        InstanceType type,
        @Nullable PartnerId partnerId,
        @Nullable TenantId tenantId,
        ComponentName component,
        SemanticVersion version,
        DriverName driver,
        UpdatePolicy updatePolicy,
        InstanceConfiguration configuration,
        Resources resources,
        @Nullable BackupId backup,
        List<InstanceTag> tags)
        implements InstanceCommand {
    public ProvisionInstance {
        tags = InstanceTag.distinct(tags);
        if (type == InstanceType.PARTNER_DEPLOYED && partnerId == null && tenantId == null) {
            throw RejectedException.invalid("partnerId", "A partner-deployed instance needs a partner or a tenant.");
        }
    }

    /** An instance that begins without data and tags. */
    public ProvisionInstance(
            InstanceId instanceId,
            OperationId operationId,
            InstanceName name,
            InstanceType type,
            @Nullable PartnerId partnerId,
            @Nullable TenantId tenantId,
            ComponentName component,
            SemanticVersion version,
            DriverName driver,
            UpdatePolicy updatePolicy,
            InstanceConfiguration configuration,
            Resources resources) {
        this(
                instanceId,
                operationId,
                name,
                type,
                partnerId,
                tenantId,
                component,
                version,
                driver,
                updatePolicy,
                configuration,
                resources,
                null,
                List.of());
    }
}
