package io.keelson.api.version;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import org.semver4j.Semver;

/** A version number after Semantic Versioning 2.0.0, for example {@code 1.2.0} or {@code 2.0.0-rc.1}. */
public record SemanticVersion(@JsonValue String value) implements Comparable<SemanticVersion> {
    private static final int MAXIMUM = 64;

    @JsonCreator
    public SemanticVersion {
        value = Require.text("version", value, MAXIMUM);
        if (!Semver.isValid(value)) {
            throw RejectedException.invalid(
                    "version", "version is not a semantic version; it must look like 1.2.0 or 2.0.0-rc.1.");
        }
    }

    /** Precedence of Semantic Versioning 2.0.0, section 11; build metadata does not count. */
    @Override
    public int compareTo(SemanticVersion other) {
        return new Semver(value).compareTo(new Semver(other.value));
    }

    @Override
    public String toString() {
        return value;
    }
}
