package io.keelson.query.live;

import io.keelson.api.id.TypedId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.jspecify.annotations.Nullable;

/**
 * Sends changed rows to the subscriptions of this node. A row is read only while somebody watches it, and each of its
 * revisions is sent at most once, however many ways the news of it took.
 */
final class SubscriptionUpdates {
    private static final long SPACING_MILLIS = 5;
    private static final int REMEMBERED = 10_000;

    private final QueryUpdateEmitter emitter;
    private final List<WatchedViews<?, ?>> kinds;
    private final PendingChanges pending;
    private final Map<UUID, Long> sent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    SubscriptionUpdates(QueryUpdateEmitter emitter, List<WatchedViews<?, ?>> kinds, PendingChanges pending) {
        this.emitter = emitter;
        this.kinds = kinds;
        this.pending = pending;
    }

    void turn() throws InterruptedException {
        PendingChanges.Batch batch = pending.take();
        try {
            kinds.forEach(views -> send(views, batch));
        } catch (RuntimeException failure) {
            pending.putBack(batch);
            throw failure;
        }
        Thread.sleep(SPACING_MILLIS);
    }

    private <Q, V> void send(WatchedViews<Q, V> views, PendingChanges.Batch batch) {
        List<Q> queries = emitter.activeSubscriptions().stream()
                .map(Message::getPayload)
                .filter(views.query()::isInstance)
                .map(views.query()::cast)
                .toList();
        if (queries.isEmpty()) {
            return;
        }
        Set<UUID> watched =
                queries.stream().map(views::watched).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean all = queries.stream().anyMatch(query -> views.watched(query) == null);
        for (Revised<V> row : changed(views, batch, watched, all)) {
            sendOnce(views, row);
        }
    }

    private <V> List<Revised<V>> changed(
            WatchedViews<?, V> views, PendingChanges.Batch batch, Set<UUID> watched, boolean all) {
        String prefix = views.kind() + ":";
        List<UUID> ids = new ArrayList<>();
        batch.revisions().forEach((aggregateId, revision) -> {
            if (aggregateId.startsWith(prefix)) {
                UUID id = TypedId.parse(views.kind(), aggregateId);
                if ((all || watched.contains(id)) && isNews(id, revision)) {
                    ids.add(id);
                }
            }
        });
        if (batch.gapSince() != null) {
            ids.addAll(watched);
        }
        List<Revised<V>> rows = new ArrayList<>(ids.isEmpty() ? List.of() : views.read(ids));
        if (batch.gapSince() != null && all) {
            rows.addAll(views.readSince(batch.gapSince()));
        }
        return rows;
    }

    private <Q, V> void sendOnce(WatchedViews<Q, V> views, Revised<V> row) {
        if (isNews(row.id(), row.revision())) {
            sent.put(row.id(), row.revision());
            emitter.emit(views.query(), query -> concerns(views.watched(query), row.id()), row.view());
        }
    }

    private boolean isNews(UUID id, long revision) {
        return revision > sent.getOrDefault(id, -1L);
    }

    private static boolean concerns(@Nullable UUID watched, UUID id) {
        return watched == null || watched.equals(id);
    }
}
