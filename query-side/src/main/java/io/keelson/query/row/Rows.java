package io.keelson.query.row;

import io.keelson.query.live.RowChanges;
import jakarta.persistence.EntityManager;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The rows of one kind, as a projection writes them within the unit of work and the transaction of its processor. An
 * event that a row already shows changes nothing, so telling it again does no harm.
 */
public final class Rows<E extends ProjectedRow> {
    private final String kind;
    private final Class<E> type;
    private final EntityManager entities;
    private final RowChanges changes;

    /** @param kind name of the table, and of the aggregate in its ids */
    public Rows(String kind, Class<E> type, EntityManager entities, RowChanges changes) {
        this.kind = kind;
        this.type = type;
        this.entities = entities;
        this.changes = changes;
    }

    /** Adds the row that the first event of an aggregate makes. Does nothing when there is one. */
    public void insert(DomainEventMessage<?> message, Function<Stamp, E> row) {
        RowBatch<E> batch = batch();
        Stamp stamp = Stamp.of(kind, message);
        if (batch.find(stamp.id()) == null) {
            batch.add(row.apply(stamp), stamp);
        }
    }

    /** Changes the row of the event's aggregate unless it already shows the event; fails when there is no row. */
    public void update(DomainEventMessage<?> message, BiConsumer<E, Stamp> change) {
        RowBatch<E> batch = batch();
        Stamp stamp = Stamp.of(kind, message);
        E row = batch.find(stamp.id());
        if (row == null) {
            throw new MissingRowException(
                    message.getAggregateIdentifier(),
                    stamp.sequence(),
                    message.getPayloadType().getSimpleName());
        }
        if (stamp.sequence() > row.revision()) {
            change.accept(row, stamp);
            batch.advance(row, stamp);
        }
    }

    /** Removes all rows, before the events are told again from the start. */
    public void clear() {
        entities.createNativeQuery("truncate table read_model." + kind).executeUpdate();
    }

    private RowBatch<E> batch() {
        return CurrentUnitOfWork.get()
                .getOrComputeResource(
                        "rows:" + kind, _ -> RowBatch.begin(kind, type, entities, changes, CurrentUnitOfWork.get()));
    }
}
