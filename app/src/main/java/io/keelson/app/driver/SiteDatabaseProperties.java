package io.keelson.app.driver;

import io.keelson.driver.process.DatabaseServer;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL server of a further site.
 *
 * @param user role that may create roles and databases
 * @param maintenanceDatabase where statements about other databases are run
 */
record SiteDatabaseProperties(
        @DefaultValue("127.0.0.1") String host,
        int port,
        @DefaultValue("postgres") String user,
        String password,
        @DefaultValue("postgres") String maintenanceDatabase) {
    DatabaseServer toServer() {
        return new DatabaseServer(
                host, port, user, () -> password, maintenanceDatabase, DatabaseServer.DEFAULT_CONNECTION_LIMIT);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, maintenanceDatabase);
    }
}
