package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the rows that come after a position. */
final class TrackedRows {
    private static final String COLUMNS = EventTables.SCHEMA.trackedEventFields();
    private static final String AFTER = """
            SELECT %s FROM event_store.domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?
            """.formatted(COLUMNS);
    // Two index scans; one condition with OR would read and sort everything after the position.
    private static final String AFTER_AND_HOLES = """
            (SELECT %s FROM event_store.domain_event WHERE global_index = ANY (?)) UNION ALL (%s) ORDER BY global_index
            """.formatted(COLUMNS, AFTER);

    private TrackedRows() {}

    static List<EventRow> read(Connection connection, Collection<Long> holes, long after, int limit)
            throws SQLException {
        try (PreparedStatement statement = statement(connection, holes, after, limit);
                ResultSet result = statement.executeQuery()) {
            List<EventRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(EventRow.read(result));
            }
            return rows;
        }
    }

    private static PreparedStatement statement(Connection connection, Collection<Long> holes, long after, int limit)
            throws SQLException {
        if (holes.isEmpty()) {
            PreparedStatement statement = connection.prepareStatement(AFTER);
            statement.setLong(1, after);
            statement.setInt(2, limit);
            return statement;
        }
        PreparedStatement statement = connection.prepareStatement(AFTER_AND_HOLES);
        statement.setArray(1, connection.createArrayOf("bigint", holes.toArray()));
        statement.setLong(2, after);
        statement.setInt(3, limit);
        return statement;
    }
}
