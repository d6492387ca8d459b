package io.keelson.driver;

import org.jspecify.annotations.Nullable;

/**
 * A file of a release.
 *
 * @param path relative to the instance's directory
 * @param source absolute path or {@code file:} URL
 * @param sha256 digest the copy must have, or null
 */
public record WorkloadFile(
        String path, String source, @Nullable String sha256) {}
