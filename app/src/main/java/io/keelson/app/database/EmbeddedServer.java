package io.keelson.app.database;

import io.keelson.postgres.EmbeddedPostgres;
import io.keelson.postgres.PostgresAddress;
import io.keelson.postgres.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server, shared with the instances beside the control plane: instances outlive a restart of the control
 * plane, so the server that holds their databases must outlive it too.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String INSTANCE_DATABASES =
            "select count(*) from pg_database where datname like 'keelson\\_%'";

    private final EmbeddedPostgres postgres;

    private EmbeddedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedServer start(PostgresSettings settings) {
        return new EmbeddedServer(EmbeddedPostgres.start(settings));
    }

    PostgresAddress address() {
        return postgres.address();
    }

    /** Stops the server, or leaves it running while instances have databases in it. */
    @Override
    public void close() {
        int databases = instanceDatabases();
        if (databases == 0) {
            postgres.close();
        } else {
            LOG.info(
                    "PostgreSQL (process {}) stays up for the databases of {} instances; the next start takes it over.",
                    postgres.pid(),
                    databases);
            postgres.leave();
        }
    }

    private int instanceDatabases() {
        PostgresAddress address = postgres.address();
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(INSTANCE_DATABASES)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            LOG.warn("PostgreSQL cannot be asked for the databases of instances, so it is stopped.", e);
            return 0;
        }
    }
}
