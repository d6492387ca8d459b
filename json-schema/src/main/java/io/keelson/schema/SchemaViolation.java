package io.keelson.schema;

import java.util.List;

/**
 * The first thing that is wrong with a value.
 *
 * @param path names from the root of the value to the wrong part, the name of a missing or unknown property included;
 *     empty for the root itself
 * @param message what is wrong there, at most 300 characters
 */
public record SchemaViolation(List<String> path, String message) {
    public SchemaViolation {
        path = List.copyOf(path);
    }

    /** The path below {@code root}, dotted. */
    public String below(String root) {
        return path.isEmpty() ? root : root + "." + String.join(".", path);
    }
}
