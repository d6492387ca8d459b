package io.keelson.graphql.page;

import org.jspecify.annotations.Nullable;

/** Where a part of a list stands in the whole. */
public record PageInfo(
        boolean hasPreviousPage,
        boolean hasNextPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
