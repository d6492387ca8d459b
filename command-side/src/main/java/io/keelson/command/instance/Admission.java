package io.keelson.command.instance;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownInstance;
import io.keelson.command.directory.KnownVersion;
import io.keelson.command.directory.ResidencyRule;
import io.keelson.command.version.SettingsSchema;
import org.jspecify.annotations.Nullable;

/** Decides whether a request for a new instance may go ahead, and fixes what will be built. */
record Admission(Directory directory, EnabledDrivers drivers) {

    /** Refuses with one of the codes of {@link ProvisionInstance}. */
    InstanceBlueprint admit(ProvisionInstance command) {
        requireEnabled(command.driver());
        PartnerId partnerId = ownerOf(command);
        if (partnerId != null) {
            directory.requireActive(partnerId);
        }
        KnownVersion version = directory.requireProvisionable(command.component(), command.version());
        requireArtifacts(command, version);
        String schema = version.artifacts().configurationSchema();
        if (schema != null) {
            SettingsSchema.of(schema).requireAccepted(command.configuration().settings());
        }
        InstanceBlueprint blueprint = blueprint(command, partnerId, version);
        if (command.tenantId() != null) {
            ResidencyRule.require(
                    directory.requireActive(command.tenantId()).residency(),
                    KnownInstance.of(blueprint),
                    "configuration.");
        }
        return blueprint;
    }

    private void requireEnabled(DriverName driver) {
        if (!drivers.names().contains(driver)) {
            throw new RejectedException(
                    ErrorCode.DRIVER_NOT_ENABLED,
                    "driver",
                    "Driver %s is not enabled here; enabled are %s.".formatted(driver, drivers.names()));
        }
    }

    private @Nullable PartnerId ownerOf(ProvisionInstance command) {
        TenantId tenantId = command.tenantId();
        if (tenantId == null) {
            return command.partnerId();
        }
        PartnerId owner = directory.requireActive(tenantId).partnerId();
        if (command.partnerId() != null && !command.partnerId().equals(owner)) {
            throw new RejectedException(
                    ErrorCode.OWNER_MISMATCH,
                    "partnerId",
                    "%s is not a tenant of %s.".formatted(tenantId, command.partnerId()));
        }
        return owner;
    }

    private static void requireArtifacts(ProvisionInstance command, KnownVersion version) {
        if (command.driver().equals(DriverName.PROCESS) && version.artifacts().process() == null) {
            throw new RejectedException(
                    ErrorCode.ARTIFACT_MISSING,
                    "driver",
                    "Version %s of %s brings no artifacts for driver %s; choose another driver or version."
                            .formatted(command.version(), command.component(), command.driver()));
        }
    }

    private static InstanceBlueprint blueprint(
            ProvisionInstance command, @Nullable PartnerId partnerId, KnownVersion version) {
        return new InstanceBlueprint(
                command.instanceId(),
                command.name(),
                command.type(),
                partnerId,
                command.tenantId(),
                version.versionId(),
                command.component(),
                command.version(),
                command.driver(),
                command.configuration(),
                command.resources(),
                version.artifacts());
    }
}
