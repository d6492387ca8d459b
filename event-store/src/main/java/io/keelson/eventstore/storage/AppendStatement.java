package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Inserts events in one round trip, in their order. */
final class AppendStatement {
    // The index is drawn once per row of the gate, and there is no row before the lock is held.
    static final String SQL = """
            WITH gate AS MATERIALIZED (SELECT %s)
            INSERT INTO event_store.domain_event (global_index, event_identifier, aggregate_identifier, sequence_number,
                type, timestamp, payload_type, payload_revision, payload, meta_data)
            SELECT nextval('event_store.domain_event_index'), ?, ?, ?, ?, ?, ?, ?, ?, ? FROM gate
            """.formatted(WriterLock.SHARE);
    // The driver sends both in one packet, and after a failed insert the server does not look at the rest.
    private static final String AND_COMMIT = SQL + "; COMMIT";

    private AppendStatement() {}

    static void execute(Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (EventMessage<?> event : events) {
                bind(statement, asDomainEvent(event), serializer);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * Inserts one event and commits the transaction, which fails as a whole when the insert fails. When nothing was sent
     * before, the insert is the transaction, and the server is spared its begin and its end.
     */
    static void executeAndCommit(Connection connection, EventMessage<?> event, Serializer serializer)
            throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        boolean alone = driver.getTransactionState() == TransactionState.IDLE;
        try (PreparedStatement statement = connection.prepareStatement(alone ? SQL : AND_COMMIT)) {
            bind(statement, asDomainEvent(event), serializer);
            // Not through the pool, which need not know: it is back before anybody looks.
            driver.setAutoCommit(alone);
            boolean _ = statement.execute();
        } finally {
            if (!driver.isClosed()) {
                driver.setAutoCommit(false);
            }
        }
    }

    /** An event of no aggregate is stored as the first one of a sequence of its own. */
    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0, event, event::getTimestamp);
    }

    private static void bind(PreparedStatement statement, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = event.serializeMetaData(serializer, String.class);
        statement.setString(1, event.getIdentifier());
        statement.setString(2, event.getAggregateIdentifier());
        statement.setLong(3, event.getSequenceNumber());
        statement.setString(4, event.getType());
        statement.setObject(5, OffsetDateTime.ofInstant(event.getTimestamp(), ZoneOffset.UTC));
        statement.setString(6, payload.getType().getName());
        statement.setString(7, payload.getType().getRevision());
        statement.setString(8, payload.getData());
        statement.setString(9, metaData.getData());
    }
}
