package io.keelson.graphql.instance;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new instance as a caller describes it; what is null takes its default. */
record ProvisionInstanceInput(
        String name,
        @Nullable InstanceType type,
        @Nullable String tenantId,
        @Nullable String partnerId,
        String component,
        String version,
        @Nullable String driver,
        @Nullable UpdatePolicy updatePolicy,
        @Nullable Object configuration,
        @Nullable ResourcesInput resources,
        @Nullable String backupId,
        @Nullable List<String> tags) {

    ProvisionInstance toCommand(InstanceId instanceId, OperationId operationId) {
        return new ProvisionInstance(
                instanceId,
                operationId,
                new InstanceName(name),
                Objects.requireNonNullElse(type, InstanceType.SHARED_SAAS),
                InputField.readOptional("partnerId", partnerId, PartnerId::parse),
                InputField.readOptional("tenantId", tenantId, TenantId::parse),
                new ComponentName(component),
                new SemanticVersion(version),
                driver == null ? DriverName.PROCESS : new DriverName(driver),
                Objects.requireNonNullElse(updatePolicy, UpdatePolicy.MANUAL_APPROVAL),
                ConfigurationInput.read(configuration),
                Objects.requireNonNullElse(resources, ResourcesInput.DEFAULT).toResources(),
                InputField.readOptional("backupId", backupId, BackupId::parse),
                TagsInput.read(tags));
    }
}
