package io.keelson.benchmark.start;

import io.keelson.postgres.EmbeddedPostgres;
import io.keelson.postgres.PostgresAddress;
import io.keelson.postgres.PostgresSettings;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** The peer as a program of its own: the embedded database, one query, and the end when nobody writes to it any more. */
final class BareStart {
    static final String READY = "answered";

    private BareStart() {}

    /**
     * Starts, answers and waits.
     *
     * @param arguments the directory of the database
     */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(Path.of(arguments[0])))) {
            PostgresAddress address = postgres.address();
            try (Connection connection =
                            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT 1")) {
                row.next();
                System.out.println(READY + row.getInt(1));
            }
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
