package io.keelson.query.live;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens connections that the live updates keep for as long as they run, two per node. They lead straight to PostgreSQL:
 * not from a pool, and not through a proxy that shares sessions.
 */
@FunctionalInterface
public interface NotificationConnections {
    Connection open() throws SQLException;
}
