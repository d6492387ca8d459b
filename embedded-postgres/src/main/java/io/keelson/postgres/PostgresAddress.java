package io.keelson.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is and who may enter. Its text form leaves the password out, so it may be logged.
 *
 * @param host name or address of the server
 * @param port TCP port of the server, 1 to 65535
 * @param database name of the database
 * @param user role that signs in
 * @param password secret of the role
 */
public record PostgresAddress(String host, int port, String database, String user, String password) {

    /** The JDBC URL without credentials; they are given to the driver separately. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, URLEncoder.encode(database, StandardCharsets.UTF_8));
    }

    /** The same server and role, another database. */
    public PostgresAddress withDatabase(String other) {
        return new PostgresAddress(host, port, other, user, password);
    }

    @Override
    public String toString() {
        return "%s as %s".formatted(jdbcUrl(), user);
    }
}
