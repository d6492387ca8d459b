package io.keelson.query.row;

import io.keelson.api.id.TypedId;
import io.keelson.query.live.RowChange;
import io.keelson.query.live.RowChanges;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows that one unit of work touches. All rows of a batch of events are read with one statement, and those that
 * are not there yet are remembered too, so that no event costs a statement of its own.
 */
final class RowBatch<E extends ProjectedRow> {
    private final String kind;
    private final Class<E> type;
    private final EntityManager entities;
    private final Map<UUID, @Nullable E> known = new HashMap<>();
    private final Map<UUID, Long> changed = new HashMap<>();

    private RowBatch(String kind, Class<E> type, EntityManager entities) {
        this.kind = kind;
        this.type = type;
        this.entities = entities;
    }

    static <E extends ProjectedRow> RowBatch<E> begin(
            String kind, Class<E> type, EntityManager entities, RowChanges changes, UnitOfWork<?> unitOfWork) {
        RowBatch<E> batch = new RowBatch<>(kind, type, entities);
        if (unitOfWork instanceof BatchingUnitOfWork<?> events) {
            batch.read(idsIn(kind, events.getMessages()));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.publish(batch.changes());
            }
        });
        return batch;
    }

    @Nullable
    E find(UUID id) {
        if (!known.containsKey(id)) {
            known.put(id, entities.find(type, id));
        }
        return known.get(id);
    }

    void add(E row, Stamp stamp) {
        entities.persist(row);
        known.put(row.id(), row);
        note(stamp);
    }

    void advance(E row, Stamp stamp) {
        row.advanceTo(stamp);
        note(stamp);
    }

    private void note(Stamp stamp) {
        // A replay tells nobody anything new, and would flood those who listen.
        if (!stamp.replay()) {
            changed.put(stamp.id(), stamp.sequence());
        }
    }

    private void read(List<UUID> ids) {
        List<? extends @Nullable E> rows = entities.unwrap(Session.class).findMultiple(type, ids);
        for (int i = 0; i < ids.size(); i++) {
            known.put(ids.get(i), rows.get(i));
        }
    }

    private List<RowChange> changes() {
        return changed.entrySet().stream()
                .map(entry -> new RowChange(TypedId.format(kind, entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<UUID> idsIn(String kind, List<? extends Message<?>> messages) {
        return messages.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                .filter(id -> id.startsWith(kind + ":"))
                .distinct()
                .map(id -> TypedId.parse(kind, id))
                .toList();
    }
}
