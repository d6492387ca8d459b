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
record AggregateHistory(
        @Nullable DomainEventData<String> snapshot, List<DomainEventData<String>> events) {
    // Each statement of a round trip sees what was committed before it began, so what the lock waited for is read.
    private static final String TURN = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0));\n";
    private static final String COLUMNS = EventTables.SCHEMA.domainEventFields();
    // One statement, so that the events begin where this snapshot ends.
    private static final String HISTORY = """
            (SELECT true AS is_snapshot, %1$s FROM event_store.snapshot_event WHERE aggregate_identifier = ?
             ORDER BY sequence_number DESC LIMIT 1)
            UNION ALL
            (SELECT false AS is_snapshot, %1$s FROM event_store.domain_event WHERE aggregate_identifier = ?
             AND sequence_number > coalesce(
                 (SELECT max(sequence_number) FROM event_store.snapshot_event WHERE aggregate_identifier = ?), -1)
             ORDER BY sequence_number LIMIT ?)
            ORDER BY sequence_number
            """.formatted(COLUMNS);
    private static final String HISTORY_IN_TURN = TURN + HISTORY;

    /**
     * Reads it in one round trip.
     *
     * @param inTurn whether to wait first until no other transaction has its turn on the aggregate, and to keep the turn
     *     until this one ends
     * @param limit at most so many events
     */
    static AggregateHistory read(Connection connection, String aggregateIdentifier, boolean inTurn, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(inTurn ? HISTORY_IN_TURN : HISTORY)) {
            int parameter = 1;
            for (int times = inTurn ? 4 : 3; times > 0; times--) {
                statement.setString(parameter++, aggregateIdentifier);
            }
            statement.setInt(parameter, limit);
            boolean _ = statement.execute();
            if (inTurn) {
                boolean _ = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return of(rows);
            }
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
