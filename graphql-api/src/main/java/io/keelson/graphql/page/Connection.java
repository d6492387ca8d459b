package io.keelson.graphql.page;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A part of a list in the form of the Relay specification; {@code totalCount} counts the whole list. */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, long totalCount) {

    /**
     * What a query side answered, as a connection.
     *
     * @param cursors runs parallel to {@code items}
     * @param after the cursor that was asked for, or null
     */
    public static <T> Connection<T> of(
            List<T> items, List<String> cursors, io.keelson.api.query.PageInfo info, @Nullable String after) {
        List<Edge<T>> edges = IntStream.range(0, items.size())
                .mapToObj(index -> new Edge<>(cursors.get(index), items.get(index)))
                .toList();
        PageInfo pageInfo = new PageInfo(
                after != null,
                info.hasNextPage(),
                edges.isEmpty() ? null : edges.getFirst().cursor(),
                edges.isEmpty() ? null : edges.getLast().cursor());
        return new Connection<>(edges, pageInfo, info.totalCount());
    }
}
