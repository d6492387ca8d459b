package io.keelson.driver.process;

import java.util.function.Supplier;

/**
 * The PostgreSQL server in which every instance gets a role and a database of its own. Its text form holds no secret.
 *
 * @param host name or address that both the control plane and the instances reach
 * @param port TCP port
 * @param user role that may create roles and databases; it need not be a superuser
 * @param password asked for at every connection, so it may change
 * @param maintenanceDatabase where statements about other databases are run, for example {@code postgres}
 * @param connectionLimit how many connections the role of one instance may have, at least 1
 */
public record DatabaseServer(
        String host,
        int port,
        String user,
        Supplier<String> password,
        String maintenanceDatabase,
        int connectionLimit) {
    /** Connections of one instance when nothing else is said. */
    public static final int DEFAULT_CONNECTION_LIMIT = 20;

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
