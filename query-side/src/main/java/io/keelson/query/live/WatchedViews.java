package io.keelson.query.live;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that can be watched.
 *
 * @param <Q> the subscription query
 * @param <V> its updates
 */
public interface WatchedViews<Q, V> {
    /** The aggregate's kind, as in its id. */
    String kind();

    Class<Q> query();

    /** The only row that a subscription is about, or null for all. */
    @Nullable
    UUID watched(Q query);

    /** The rows with these ids as they are now, read with one statement. */
    List<Revised<V>> read(Collection<UUID> ids);

    /** The newest rows whose last event happened at {@code since} or later. */
    List<Revised<V>> readSince(Instant since);
}
