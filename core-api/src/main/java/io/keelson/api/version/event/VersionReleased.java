package io.keelson.api.version.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import java.util.Map;
import org.axonframework.serialization.Revision;

/** A release of a component is known; its number and artifacts never change afterwards. */
@LogicalName("version.released")
@Revision("1")
public record VersionReleased(
        VersionId versionId,
        ComponentName component,
        ComponentType type,
        SemanticVersion number,
        VersionStatus status,
        String changelog,
        boolean breaking,
        boolean securityPatch,
        Map<String, String> dependencies,
        Artifacts artifacts)
        implements VersionEvent {}
