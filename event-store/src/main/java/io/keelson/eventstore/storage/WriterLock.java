package io.keelson.eventstore.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * The advisory lock that every writer shares from before it draws an index until its transaction has ended. PostgreSQL
 * makes a commit visible before it frees the locks, so who sees a transaction gone from here also sees what it wrote.
 */
final class WriterLock {
    private static final int CLASS = 0x4B53;
    private static final int OBJECT = 1;

    /** Takes the lock; the pair of integers is a key space of its own, so no hashed key can collide with it. */
    static final String SHARE = "pg_advisory_xact_lock_shared(%d, %d)".formatted(CLASS, OBJECT);

    private static final String HOLDERS = """
            SELECT virtualtransaction FROM pg_catalog.pg_locks
            WHERE locktype = 'advisory' AND classid = %d AND objid = %d AND objsubid = 2 AND granted
              AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            """.formatted(CLASS, OBJECT);

    private WriterLock() {}

    /** Transactions that may hold an index that nobody sees yet. */
    static Set<String> holders(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDERS);
                ResultSet result = statement.executeQuery()) {
            Set<String> holders = new HashSet<>();
            while (result.next()) {
                holders.add(result.getString(1));
            }
            return Set.copyOf(holders);
        }
    }
}
