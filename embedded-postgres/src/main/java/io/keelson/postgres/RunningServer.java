package io.keelson.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;

/**
 * What a server says about itself once our password was accepted. The password proves both sides: SCRAM shows the
 * client, too, that the server knows it.
 *
 * @param dataDirectory where its cluster lies
 * @param clusterName digest of the settings it runs with
 * @param startedAt when its postmaster started
 */
record RunningServer(Path dataDirectory, String clusterName, Instant startedAt) {
    private static final String QUESTION =
            "SELECT current_setting('data_directory'), current_setting('cluster_name'), extract(epoch FROM pg_postmaster_start_time())";
    private static final int PATIENCE_SECONDS = 10;

    static RunningServer ask(PostgresAddress address) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return new RunningServer(
                    Path.of(row.getString(1)),
                    row.getString(2),
                    Instant.ofEpochSecond(row.getBigDecimal(3).longValue()));
        }
    }

    static Connection connect(PostgresAddress address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(PATIENCE_SECONDS));
        properties.setProperty("requireAuth", "scram-sha-256");
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }
}
