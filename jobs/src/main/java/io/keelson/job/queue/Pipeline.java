package io.keelson.job.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several statements that go to the server together and are one transaction: one round trip, one commit. Each sees what
 * those before it did.
 */
final class Pipeline {
    private final List<String> statements = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final List<Rows> readers = new ArrayList<>();

    /** Reads one row of a statement's answer. */
    interface Rows {
        void read(ResultSet row) throws SQLException;
    }

    /** An array parameter. */
    record SqlArray(String type, List<? extends @Nullable Object> values) {}

    /** Adds a statement that answers rows. */
    void add(String sql, List<?> values, Rows rows) {
        statements.add(sql);
        parameters.addAll(values);
        readers.add(rows);
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    /**
     * Runs the statements; all or none take effect.
     *
     * @param connection one that commits by itself
     * @param prepared statements of this connection that were used before, by their text
     */
    void run(Connection connection, Map<String, PreparedStatement> prepared) throws SQLException {
        String text = String.join(";\n", statements);
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int i = 0; i < parameters.size(); i++) {
            set(connection, statement, i + 1, parameters.get(i));
        }
        boolean rows = statement.execute();
        for (Rows reader : readers) {
            if (!rows) {
                throw new SQLException("A statement of a turn answered no rows.");
            }
            try (ResultSet answer = statement.getResultSet()) {
                while (answer.next()) {
                    reader.read(answer);
                }
            }
            rows = statement.getMoreResults();
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof SqlArray array) {
            statement.setArray(
                    index, connection.createArrayOf(array.type(), array.values().toArray()));
        } else {
            statement.setObject(index, value);
        }
    }
}
