package io.keelson.benchmark.projection;

import io.keelson.benchmark.node.AppNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The peer: every column of every event, page by page, and nothing done with it. */
final class BareRead {
    private static final int PAGE = 1000;
    private static final String NEXT = """
            SELECT global_index, event_identifier, aggregate_identifier, sequence_number, type, timestamp,
                payload_type, payload_revision, payload, meta_data
            FROM event_store.domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?
            """;

    private BareRead() {}

    /** How many events there are. */
    static int readAll(AppNode node) throws SQLException {
        int count = 0;
        long last = 0;
        try (Connection connection = node.connect();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(2, PAGE);
            int read;
            do {
                read = 0;
                statement.setLong(1, last);
                try (ResultSet row = statement.executeQuery()) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        for (int column = 2; column <= columns; column++) {
                            row.getString(column);
                        }
                        last = row.getLong(1);
                        read++;
                    }
                }
                count += read;
            } while (read == PAGE);
        }
        return count;
    }
}
