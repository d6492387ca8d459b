package io.keelson.graphql.version;

import io.keelson.api.version.ArtifactFile;
import io.keelson.api.version.ProcessArtifact;
import io.keelson.graphql.input.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a release runs as a process, as a caller describes it; what is null takes its default. */
record ProcessArtifactInput(
        @Nullable List<ArtifactFileInput> files,
        @Nullable List<String> prepare,
        @Nullable List<String> migrate,
        List<String> command,
        @Nullable Object environment,
        @Nullable String healthPath,
        @Nullable List<String> smokePaths,
        @Nullable Integer healthTimeoutSeconds,
        @Nullable List<String> reverse,
        @Nullable String metricsPath) {
    private static final int DEFAULT_TIMEOUT = 60;

    ProcessArtifact toArtifact() {
        return new ProcessArtifact(
                orEmpty(files).stream().map(ArtifactFileInput::toFile).toList(),
                orEmpty(prepare),
                orEmpty(migrate),
                command,
                JsonObject.of("artifacts.process.environment", environment).restAsTexts(),
                Objects.requireNonNullElse(healthPath, "/health"),
                orEmpty(smokePaths),
                Objects.requireNonNullElse(healthTimeoutSeconds, DEFAULT_TIMEOUT),
                reverse,
                metricsPath);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** A file of the release. */
    record ArtifactFileInput(
            String path, String source, @Nullable String sha256) {
        ArtifactFile toFile() {
            return new ArtifactFile(path, source, sha256);
        }
    }
}
