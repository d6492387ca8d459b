package io.keelson.api.version.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.version.Artifacts;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionRange;
import io.keelson.api.version.VersionStatus;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a release of a component known. Rejected with VERSION_NUMBER_TAKEN, and with INVALID_INPUT when the
 * configuration schema is not a JSON Schema.
 *
 * @param changelog Markdown, at most 20,000 characters, may be empty
 * @param dependencies version range by component name
 */
public record ReleaseVersion(
        @TargetAggregateIdentifier VersionId versionId,
        ComponentName component,
        ComponentType type,
        SemanticVersion number,
        VersionStatus status,
        String changelog,
        boolean breaking,
        boolean securityPatch,
        Map<String, String> dependencies,
        Artifacts artifacts)
        implements VersionCommand {
    private static final int MAXIMUM_CHANGELOG = 20_000;

    public ReleaseVersion {
        dependencies = Map.copyOf(dependencies);
        dependencies.forEach(ReleaseVersion::requireDependency);
        if (changelog.length() > MAXIMUM_CHANGELOG) {
            throw RejectedException.invalid("changelog", "changelog must have at most 20000 characters.");
        }
        if (status == VersionStatus.WITHDRAWN) {
            throw RejectedException.invalid("status", "A version is released first and withdrawn later.");
        }
    }

    private static void requireDependency(String needed, String range) {
        try {
            new ComponentName(needed);
            new VersionRange(range);
        } catch (RejectedException refused) {
            throw RejectedException.invalid("dependencies", "dependencies: " + refused.getMessage());
        }
    }
}
