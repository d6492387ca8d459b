package io.keelson.api.instance;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is needed to build an instance, fixed when an operation starts so that it can be re-run years later.
 * It holds no secret.
 */
public record InstanceBlueprint(
        InstanceId instanceId,
        InstanceName name,
        InstanceType type,
        @Nullable PartnerId partnerId,
        @Nullable TenantId tenantId,
        VersionId versionId,
        ComponentName component,
        SemanticVersion version,
        DriverName driver,
        InstanceConfiguration configuration,
        Resources resources,
        Artifacts artifacts) {
    /** The same instance, set up in another way. */
    public InstanceBlueprint withConfiguration(InstanceConfiguration changed) {
        return with(changed, resources);
    }

    /** The same instance, which may use more or less. */
    public InstanceBlueprint withResources(Resources changed) {
        return with(configuration, changed);
    }

    /** The same instance on another version. */
    public InstanceBlueprint withVersion(VersionId newId, SemanticVersion number, Artifacts newArtifacts) {
        return new InstanceBlueprint(
                instanceId,
                name,
                type,
                partnerId,
                tenantId,
                newId,
                component,
                number,
                driver,
                configuration,
                resources,
                newArtifacts);
    }

    private InstanceBlueprint with(InstanceConfiguration newConfiguration, Resources newResources) {
        return new InstanceBlueprint(
                instanceId,
                name,
                type,
                partnerId,
                tenantId,
                versionId,
                component,
                version,
                driver,
                newConfiguration,
                newResources,
                artifacts);
    }
}
