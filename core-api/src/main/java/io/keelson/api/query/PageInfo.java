package io.keelson.api.query;

/** What a list answers about itself. {@code totalCount} counts all items that match the filter. */
public record PageInfo(boolean hasNextPage, long totalCount) {}
