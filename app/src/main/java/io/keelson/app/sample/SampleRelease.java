package io.keelson.app.sample;

import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A release as the sample describes itself; the sources of its files are class-path resources. */
record SampleRelease(
        ComponentName component,
        ComponentType type,
        SemanticVersion number,
        VersionStatus status,
        String changelog,
        boolean breaking,
        boolean securityPatch,
        Map<String, String> dependencies,
        Artifacts artifacts) {
    /** The same at every start, so that a release is made known once. */
    VersionId versionId() {
        String name = "sample:%s:%s".formatted(component, number);
        return new VersionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    ReleaseVersion toCommand(Artifacts unpacked) {
        return new ReleaseVersion(
                versionId(),
                component,
                type,
                number,
                status,
                changelog,
                breaking,
                securityPatch,
                dependencies,
                unpacked);
    }
}
