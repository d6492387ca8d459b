package io.keelson.api.query;

import io.keelson.api.error.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param first how many items, 1 to 200
 * @param after cursor of the item before the first wanted one, or null to start at the beginning
 */
public record Page(int first, @Nullable String after) {
    private static final int MAXIMUM = 200;

    public Page {
        if (first < 1 || first > MAXIMUM) {
            throw RejectedException.invalid("first", "first is %d; it must be 1 to 200.".formatted(first));
        }
    }
}
