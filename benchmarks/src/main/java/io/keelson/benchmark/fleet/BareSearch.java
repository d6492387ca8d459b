package io.keelson.benchmark.fleet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The peer: the same two statements, prepared once on one connection, every column read and nothing done with it. */
final class BareSearch implements AutoCloseable {
    private final PreparedStatement rows;
    private final PreparedStatement count;

    BareSearch(Connection connection, Search search) throws SQLException {
        rows = prepared(connection, search.rows(), search);
        count = prepared(connection, search.count(), search);
    }

    /** How many instances match. */
    long run() throws SQLException {
        readAll(rows);
        return readAll(count);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Search search) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 1;
        for (Object value : search.values()) {
            statement.setObject(index++, value);
        }
        return statement;
    }

    /** The first column of the last row, where it is a number. */
    private static long readAll(PreparedStatement statement) throws SQLException {
        long last = 0;
        try (ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    row.getString(column);
                }
                last = columns == 1 ? row.getLong(1) : last;
            }
        }
        return last;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        count.close();
    }
}
