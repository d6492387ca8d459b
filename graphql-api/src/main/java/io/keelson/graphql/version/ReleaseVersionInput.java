package io.keelson.graphql.version;

import io.keelson.api.error.RejectedException;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.ComponentType;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.ReleaseVersion;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.input.JsonObject;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A new release as a caller describes it; what is null takes its default. */
record ReleaseVersionInput(
        String component,
        @Nullable ComponentType type,
        String number,
        @Nullable VersionStatus status,
        @Nullable String changelog,
        @Nullable Boolean breaking,
        @Nullable Boolean securityPatch,
        @Nullable Object dependencies,
        @Nullable ArtifactsInput artifacts) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    ReleaseVersion toCommand(VersionId id) {
        return new ReleaseVersion(
                id,
                new ComponentName(component),
                Objects.requireNonNullElse(type, ComponentType.PLATFORM),
                InputField.read("number", number, SemanticVersion::new),
                Objects.requireNonNullElse(status, VersionStatus.STABLE),
                lines("changelog", Objects.requireNonNullElse(changelog, "")),
                Boolean.TRUE.equals(breaking),
                Boolean.TRUE.equals(securityPatch),
                JsonObject.of("dependencies", dependencies).restAsTexts(),
                Objects.requireNonNullElse(artifacts, ArtifactsInput.NONE).toArtifacts());
    }

    private static String lines(String field, String text) {
        if (CONTROL.matcher(text).find()) {
            throw RejectedException.invalid(field, field + " contains a control character other than a line break.");
        }
        return text;
    }
}
