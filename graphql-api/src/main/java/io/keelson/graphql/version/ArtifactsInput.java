package io.keelson.graphql.version;

import io.keelson.api.version.Artifacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a release brings, as a caller describes it. */
record ArtifactsInput(
        @Nullable ProcessArtifactInput process, @Nullable Object configurationSchema) {
    static final ArtifactsInput NONE = new ArtifactsInput(null, null);
    private static final JsonMapper JSON = new JsonMapper();

    Artifacts toArtifacts() {
        return new Artifacts(
                process == null ? null : process.toArtifact(),
                configurationSchema == null ? null : JSON.writeValueAsString(configurationSchema));
    }
}
