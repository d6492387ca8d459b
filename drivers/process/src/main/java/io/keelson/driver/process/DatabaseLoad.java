package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Fills an empty database with the content of a snapshot, and reads it back to be sure. */
record DatabaseLoad(DatabaseServer server) {
    /**
     * Fills the database as the role of the instance, which then owns everything in it.
     *
     * @throws DriverException BACKUP_UNUSABLE when the content does not come out as it went in
     */
    void fill(UUID instanceId, String database, DatabaseContent content, Path snapshot)
            throws SQLException, IOException, DriverException {
        try (DatabaseSession session =
                DatabaseSession.openAsOwner(server, database, InstanceDatabase.name(instanceId))) {
            for (String setting : DatabaseDump.SETTINGS) {
                session.execute(setting);
            }
            session.execute("SET check_function_bodies = off");
            runAll(session, content.before());
            for (TableContent table : content.tables()) {
                copyIn(session.connection(), table, snapshot.resolve(table.file()));
            }
            runAll(session, content.after());
            for (TableContent table : content.tables()) {
                requireSame(session.connection(), table, instanceId);
            }
            session.execute("ANALYZE");
        }
    }

    // A statement may need an object of another one, so those that fail are tried again while any of them succeeds.
    private static void runAll(DatabaseSession session, List<String> statements) throws SQLException {
        List<String> left = statements;
        while (!left.isEmpty()) {
            List<String> failed = new ArrayList<>();
            SQLException reason = null;
            for (String statement : left) {
                try {
                    session.execute(statement);
                } catch (SQLException failure) {
                    failed.add(statement);
                    reason = failure;
                }
            }
            if (reason != null && failed.size() == left.size()) {
                throw reason;
            }
            left = failed;
        }
    }

    private static void copyIn(Connection connection, TableContent table, Path file) throws SQLException, IOException {
        try (InputStream rows = new BufferedInputStream(Files.newInputStream(file))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s FROM STDIN".formatted(table.target()), rows);
        }
    }

    private static void requireSame(Connection connection, TableContent table, UUID instanceId)
            throws SQLException, IOException, DriverException {
        try (DigestingOutput out = DigestingOutput.toNowhere()) {
            long rows = DatabaseDump.copyOut(connection, table, out);
            if (rows != table.rows() || !out.digest().equals(table.sha256())) {
                throw new DriverException(
                        FailureCode.BACKUP_UNUSABLE,
                        "Table %s of instance %s does not come out of the snapshot as it went in: %d rows instead of %d or other content. Choose another backup."
                                .formatted(table.qualified(), instanceId, rows, table.rows()));
            }
        }
    }
}
