package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Inserts a snapshot; one that is already there stays, since a failed insert would spoil the whole transaction. */
final class SnapshotStatement {
    private static final String SQL = """
            INSERT INTO event_store.snapshot_event (event_identifier, aggregate_identifier, sequence_number, type,
                timestamp, payload_type, payload_revision, payload, meta_data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private SnapshotStatement() {}

    static PreparedStatement prepare(Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = snapshot.serializeMetaData(serializer, String.class);
        PreparedStatement statement = connection.prepareStatement(SQL);
        statement.setString(1, snapshot.getIdentifier());
        statement.setString(2, snapshot.getAggregateIdentifier());
        statement.setLong(3, snapshot.getSequenceNumber());
        statement.setString(4, snapshot.getType());
        statement.setObject(5, OffsetDateTime.ofInstant(snapshot.getTimestamp(), ZoneOffset.UTC));
        statement.setString(6, payload.getType().getName());
        statement.setString(7, payload.getType().getRevision());
        statement.setString(8, payload.getData());
        statement.setString(9, metaData.getData());
        return statement;
    }
}
