package io.keelson.api.version.query;

import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import java.time.Instant;
import java.util.Map;

/** A version as last projected. */
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
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
