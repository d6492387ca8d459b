package io.keelson.graphql.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows a reference from many things at once with one query. */
public final class Relations {
    private Relations() {}

    /**
     * What each source refers to; sources without a reference, or with one to nothing, are left out.
     *
     * @param reference id that a source refers to, or null
     * @param load asks for things by id, in no order
     * @param identity id of a loaded thing
     */
    public static <S, I, V> Map<S, V> resolve(
            List<S> sources,
            Function<S, @Nullable I> reference,
            Function<List<I>, List<V>> load,
            Function<V, I> identity) {
        List<I> ids = sources.stream()
                .map(reference)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<I, V> loaded = load.apply(ids).stream().collect(Collectors.toMap(identity, Function.identity()));
        Map<S, V> related = new HashMap<>();
        for (S source : sources) {
            @Nullable I id = reference.apply(source);
            @Nullable V value = id == null ? null : loaded.get(id);
            if (value != null) {
                related.put(source, value);
            }
        }
        return related;
    }
}
