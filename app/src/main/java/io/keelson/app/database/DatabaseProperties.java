package io.keelson.app.database;

import io.keelson.postgres.PostgresAddress;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the control plane keeps its state.
 *
 * @param url {@code postgresql://host:port/database} of an external server, or null to run an embedded one
 * @param username role on the external server; must be allowed to create schemas, roles and databases
 * @param embeddedPort port of the embedded server on the loopback interface, or 0 to choose one and keep it
 * @param allowUnsafeDurability starts even when the server may lose acknowledged commits
 * @param connections size of the connection pool
 */
@ConfigurationProperties("keelson.database")
record DatabaseProperties(
        @Nullable URI url,
        @DefaultValue("keelson") String username,
        @DefaultValue("") String password,
        @DefaultValue("0") int embeddedPort,
        @DefaultValue("false") boolean allowUnsafeDurability,
        @DefaultValue("40") int connections) {
    private static final int DEFAULT_PORT = 5432;

    boolean embedded() {
        return url == null || url.toString().isBlank();
    }

    /** The external server that {@link #url} names. */
    PostgresAddress externalAddress() {
        URI server = Objects.requireNonNull(url, "keelson.database.url");
        if (!"postgresql".equals(server.getScheme())
                || server.getHost() == null
                || server.getPath().length() < 2) {
            throw new IllegalArgumentException("keelson.database.url must look like postgresql://host:5432/database.");
        }
        int port = server.getPort() < 0 ? DEFAULT_PORT : server.getPort();
        return new PostgresAddress(server.getHost(), port, server.getPath().substring(1), username, password);
    }
}
