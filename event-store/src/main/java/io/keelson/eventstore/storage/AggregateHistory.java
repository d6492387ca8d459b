package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate is made from again.
 *
 * @param snapshot the newest one, or null
 * @param events those after the snapshot, in their order
 */
record AggregateHistory(@Nullable DomainEventData<String> snapshot, List<DomainEventData<String>> events) {
    // Each statement of a round trip sees what was committed before it began, so what the lock waited for is read.
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0));\n";
    private static final String COLUMNS = EventTables.SCHEMA.domainEventFields();
    private static final String EVENTS = """
            SELECT false AS is_snapshot, %s FROM event_store.domain_event WHERE aggregate_identifier = ?
            ORDER BY sequence_number LIMIT ?
            """.formatted(COLUMNS);
    // One statement, so that the events begin where this snapshot ends.
    private static final String SNAPSHOT_AND_EVENTS = """
            (SELECT true AS is_snapshot, %1$s FROM event_store.snapshot_event WHERE aggregate_identifier = ?
             ORDER BY sequence_number DESC LIMIT 1)
            UNION ALL
            (SELECT false AS is_snapshot, %1$s FROM event_store.domain_event WHERE aggregate_identifier = ?
             AND sequence_number > coalesce(
                 (SELECT max(sequence_number) FROM event_store.snapshot_event WHERE aggregate_identifier = ?), -1)
             ORDER BY sequence_number LIMIT ?)
            ORDER BY sequence_number
            """.formatted(COLUMNS);
    private static final String ANY_SNAPSHOT = "SELECT EXISTS (SELECT FROM event_store.snapshot_event)";

    /**
     * How an aggregate is read.
     *
     * @param inTurn whether to wait first until no other transaction has its turn on the aggregate, and to keep the turn
     *     until this one ends
     * @param fromSnapshot whether to begin with the newest snapshot; without, the answer is longer but means the same
     * @param limit at most so many events
     */
    record Manner(boolean inTurn, boolean fromSnapshot, int limit) {
        private String sql() {
            return (inTurn ? TURN : "") + (fromSnapshot ? SNAPSHOT_AND_EVENTS : EVENTS);
        }

        private int identifiers() {
            return (inTurn ? 1 : 0) + (fromSnapshot ? 3 : 1);
        }
    }

    /** Reads it in one round trip. */
    static AggregateHistory read(Connection connection, String aggregateIdentifier, Manner manner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(manner.sql())) {
            int identifiers = manner.identifiers();
            for (int i = 1; i <= identifiers; i++) {
                statement.setString(i, aggregateIdentifier);
            }
            statement.setInt(identifiers + 1, manner.limit());
            boolean _ = statement.execute();
            if (manner.inTurn()) {
                boolean _ = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return of(rows);
            }
        }
    }

    static boolean areThereSnapshots(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANY_SNAPSHOT);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static AggregateHistory of(ResultSet rows) throws SQLException {
        DomainEventData<String> snapshot = null;
        List<DomainEventData<String>> events = new ArrayList<>();
        while (rows.next()) {
            DomainEventData<String> data = EventRow.data(rows);
            if (rows.getBoolean("is_snapshot")) {
                snapshot = data;
            } else {
                events.add(data);
            }
        }
        return new AggregateHistory(snapshot, List.copyOf(events));
    }
}
