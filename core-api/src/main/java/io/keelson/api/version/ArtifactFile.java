package io.keelson.api.version;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that a release brings along.
 *
 * @param path where it goes below the instance's directory; relative, without {@code ..}
 * @param source absolute path or {@code file:} URL it is copied from
 * @param sha256 lower-case hexadecimal digest that the copy must have, or null when it is not checked
 */
public record ArtifactFile(
        String path, String source, @Nullable String sha256) {
    private static final int MAXIMUM = 1024;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public ArtifactFile {
        path = Require.text("artifacts.process.files.path", path, MAXIMUM);
        source = Require.text("artifacts.process.files.source", source, MAXIMUM);
        if (path.startsWith("/") || path.contains("\\") || ("/" + path + "/").contains("/../")) {
            throw RejectedException.invalid(
                    "artifacts.process.files.path", "A file path must be relative and must not contain \"..\".");
        }
        if (sha256 != null && !DIGEST.matcher(sha256).matches()) {
            throw RejectedException.invalid(
                    "artifacts.process.files.sha256", "sha256 must be 64 lower-case hexadecimal digits.");
        }
    }
}
