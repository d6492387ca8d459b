package io.keelson.benchmark.append;

import io.keelson.benchmark.node.AppNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The peer: the last row of the event store again and again, into a table like it, by a connection that is kept. */
final class BareInsert implements AutoCloseable {
    private static final String TABLE = """
            CREATE SCHEMA benchmark;
            CREATE SEQUENCE benchmark.event_index CACHE 1;
            CREATE TABLE benchmark.event (LIKE event_store.domain_event INCLUDING ALL)
            """;
    private static final String INSERT = """
            INSERT INTO benchmark.event (global_index, event_identifier, aggregate_identifier, sequence_number,
                type, timestamp, payload_type, payload_revision, payload, meta_data)
            VALUES (nextval('benchmark.event_index'), ?, ?, 0, ?, now(), ?, ?, ?, ?)
            """;
    private static final String LAST = """
            SELECT type, payload_type, payload_revision, payload, meta_data
            FROM event_store.domain_event ORDER BY global_index DESC LIMIT 1
            """;

    private final AppNode node;
    private final List<Connection> connections = new ArrayList<>();

    BareInsert(AppNode node) {
        this.node = node;
        JdbcClient jdbc = node.jdbc();
        jdbc.sql(TABLE).update();
    }

    /** A client with its own connection and one prepared statement. */
    Clients.Deed client() throws SQLException {
        List<String> row = node.jdbc()
                .sql(LAST)
                .query((last, _) -> List.of(
                        last.getString(1), last.getString(2), last.getString(3), last.getString(4), last.getString(5)))
                .single();
        Connection connection = node.connect();
        connections.add(connection);
        connection.setAutoCommit(false);
        PreparedStatement insert = connection.prepareStatement(INSERT);
        return () -> {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, UUID.randomUUID().toString());
            for (int i = 0; i < row.size(); i++) {
                insert.setString(i + 3, row.get(i));
            }
            insert.executeUpdate();
            connection.commit();
        };
    }

    /** Ends the connections of all clients so far. */
    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        connections.clear();
    }
}
