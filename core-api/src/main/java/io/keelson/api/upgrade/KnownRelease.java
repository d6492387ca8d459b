package io.keelson.api.upgrade;

import io.keelson.api.instance.DriverName;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionReleased;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a decision must know of a release.
 *
 * @param dependencies range by component
 * @param drivers under which it can run
 */
public record KnownRelease(
        VersionId versionId,
        ComponentName component,
        SemanticVersion number,
        VersionStatus status,
        boolean breaking,
        boolean securityPatch,
        Map<ComponentName, VersionRange> dependencies,
        VersionStanding standing,
        Set<DriverName> drivers) {
    public KnownRelease {
        dependencies = Map.copyOf(dependencies);
        drivers = Set.copyOf(drivers);
    }

    /** Reads the parts of a release as it became known. */
    public static KnownRelease of(VersionReleased event, VersionStatus status, VersionStanding standing) {
        return new KnownRelease(
                event.versionId(),
                event.component(),
                event.number(),
                status,
                event.breaking(),
                event.securityPatch(),
                event.dependencies().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new ComponentName(entry.getKey()),
                                entry -> new VersionRange(entry.getValue()))),
                standing,
                driversOf(event.artifacts()));
    }

    /** The drivers for which there are artifacts. */
    public static Set<DriverName> driversOf(Artifacts artifacts) {
        return artifacts.process() == null ? Set.of() : Set.of(DriverName.PROCESS);
    }
}
