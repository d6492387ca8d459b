package io.keelson.api.version.query;

import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import java.time.Instant;
import java.util.Map;

/**
 * A version as last projected.
 *
 * @param standing what was decided about it later
 */
public record VersionView(
        VersionId id,
        ComponentName component,
        ComponentType type,
        SemanticVersion number,
        VersionStatus status,
        String changelog,
        boolean breaking,
        boolean securityPatch,
        Map<String, String> dependencies,
        Artifacts artifacts,
        VersionStanding standing,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
