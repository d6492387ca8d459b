package io.keelson.command.directory;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a command may know of a backup.
 *
 * @param instanceId of which it is one
 * @param checksum digest of its manifest
 * @param region where it rests, or null when it was made before that was known
 * @param tenantId whose data it holds, or null for nobody's, or when it was made before that was known
 */
public record KnownBackup(
        InstanceId instanceId,
        ComponentName component,
        SemanticVersion version,
        String checksum,
        @Nullable Region region,
        @Nullable TenantId tenantId) {}
