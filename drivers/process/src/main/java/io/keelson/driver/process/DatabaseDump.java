package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Writes the content of a database to files: what makes its objects, and each table by {@code COPY}. All of it is read in
 * one repeatable-read transaction, so it is the database of one moment.
 */
record DatabaseDump(DatabaseServer server) {
    /** Search path and formats in which both sides read and write, whatever the database prefers. */
    static final List<String> SETTINGS = List.of(
            "SET search_path = ''",
            "SET datestyle = 'ISO, YMD'",
            "SET intervalstyle = 'postgres'",
            "SET extra_float_digits = 3",
            "SET timezone = 'UTC'",
            "SET row_security = off");

    DatabaseContent write(UUID instanceId, Path directory) throws SQLException, IOException, DriverException {
        String database = InstanceDatabase.name(instanceId);
        try (DatabaseSession session = DatabaseSession.openAsOwner(server, database, database)) {
            for (String setting : SETTINGS) {
                session.execute(setting);
            }
            Connection connection = session.connection();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            refuseUnsupported(connection, instanceId);
            List<String> before = texts(connection, SchemaQueries.BEFORE_DATA);
            List<String> after = texts(connection, SchemaQueries.AFTER_DATA);
            List<TableContent> tables = new ArrayList<>();
            for (TableContent table : tables(connection)) {
                Path file = directory.resolve(table.file());
                try (DigestingOutput out = DigestingOutput.to(file)) {
                    long rows = copyOut(connection, table, out);
                    tables.add(table.written(rows, out.written(), out.digest()));
                }
            }
            connection.rollback();
            return new DatabaseContent(before, tables, after);
        }
    }

    /** The rows of a table in the form of a snapshot; returns how many. */
    static long copyOut(Connection connection, TableContent table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY %s TO STDOUT".formatted(table.target()), out);
    }

    private static void refuseUnsupported(Connection connection, UUID instanceId) throws SQLException, DriverException {
        List<String> found = texts(connection, SchemaQueries.UNSUPPORTED);
        if (!found.isEmpty()) {
            throw new DriverException(
                    FailureCode.SPECIFICATION_REFUSED,
                    "The database of instance %s holds %s, which this driver cannot put into a snapshot; nothing was kept."
                            .formatted(instanceId, found.getFirst()));
        }
    }

    private static List<TableContent> tables(Connection connection) throws SQLException {
        List<TableContent> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SchemaQueries.TABLES)) {
            while (rows.next()) {
                String columns = rows.getString(3);
                String file = "tables/%05d.copy".formatted(tables.size() + 1);
                String qualified = quoted(connection, rows.getString(1)) + "." + quoted(connection, rows.getString(2));
                tables.add(new TableContent(qualified, columns == null ? "" : columns, file, 0, 0, ""));
            }
        }
        return tables;
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        return connection.unwrap(PGConnection.class).escapeIdentifier(name);
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
