package io.keelson.driver.process;

import org.jspecify.annotations.Nullable;

/**
 * A file, directory or link of a snapshot.
 *
 * @param path relative to the directory that was copied
 * @param bytes size; 0 for what is not a file
 * @param sha256 digest; empty for what is not a file
 * @param executable whether its owner may run it
 * @param link where a link leads, or null for what is not a link
 */
record FileContent(
        String path,
        boolean directory,
        long bytes,
        String sha256,
        boolean executable,
        @Nullable String link) {
    /** Whether it has content of its own. */
    boolean regular() {
        return !directory && link == null;
    }
}
