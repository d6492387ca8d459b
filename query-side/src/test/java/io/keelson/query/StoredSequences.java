package io.keelson.query;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the event store: which number the last event of each aggregate has. */
public final class StoredSequences {
    private final Map<String, Long> lastByAggregate = new ConcurrentHashMap<>();

    /** Stores one more event of this aggregate and answers its number. */
    public long store(String aggregateId) {
        return lastByAggregate.merge(aggregateId, 0L, (last, _) -> last + 1);
    }

    public OptionalLong last(String aggregateId) {
        Long last = lastByAggregate.get(aggregateId);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    void clear() {
        lastByAggregate.clear();
    }
}
