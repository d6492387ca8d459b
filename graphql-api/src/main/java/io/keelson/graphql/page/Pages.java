package io.keelson.graphql.page;

import io.keelson.api.query.Page;
import org.jspecify.annotations.Nullable;

/** From the arguments {@code first} and {@code after} to a {@link Page}. */
public final class Pages {
    private static final int DEFAULT_SIZE = 20;

    private Pages() {}

    /** Refuses a {@code first} outside 1 to 200. */
    public static Page of(@Nullable Integer first, @Nullable String after) {
        return new Page(first == null ? DEFAULT_SIZE : first, after);
    }
}
