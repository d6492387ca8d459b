package io.keelson.api.version;

import org.jspecify.annotations.Nullable;

/**
 * What a release brings, one entry per driver.
 *
 * @param process how it runs under the {@code process} driver, or null when it cannot
 * @param configurationSchema JSON Schema (as text) for the settings of an instance, or null when any are accepted
 */
public record Artifacts(
        @Nullable ProcessArtifact process, @Nullable String configurationSchema) {}
