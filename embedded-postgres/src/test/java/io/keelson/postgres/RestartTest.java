package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path directory;

    @Test
    void rowsAndAddressAreTheSameAfterARestart() throws SQLException {
        PostgresAddress first;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            first = server.address();
            ServerCase.execute(first, "CREATE TABLE kept AS SELECT 42 AS id");
        }

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(server.address()).isEqualTo(first);
            assertThat(ServerCase.ask(server.address(), "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void closingEndsTheProcessAndClosingTwiceDoesNothingMore() {
        EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory));
        long pid = server.pid();

        server.close();
        server.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            PostgresAddress right = server.address();
            PostgresAddress wrong = new PostgresAddress(
                    right.host(), right.port(), right.database(), right.user(), right.password() + "x");

            assertThatThrownBy(() -> ServerCase.connect(wrong)).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void thePasswordIsInAFileThatOnlyTheOwnerReads() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            Path file = directory.resolve("postgres/password");

            assertThat(Files.readString(file)).isEqualTo(server.address().password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theServerIsDurableChecksummedAndOnLoopbackOnly() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            String settings =
                    "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN"
                            + " ('data_checksums', 'fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit')";

            assertThat(ServerCase.ask(server.address(), settings))
                    .isEqualTo("data_checksums=on fsync=on full_page_writes=on"
                            + " listen_addresses=127.0.0.1 synchronous_commit=on");
        }
    }

    @Test
    void anotherRoleCannotEnterTheControlDatabaseOrTheTemplate() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            PostgresAddress own = server.address();
            ServerCase.execute(own, "CREATE ROLE tenant LOGIN PASSWORD 'tenant'");

            for (String database : List.of("keelson", "postgres", "template1")) {
                PostgresAddress tenant = new PostgresAddress(own.host(), own.port(), database, "tenant", "tenant");
                assertThatThrownBy(() -> ServerCase.connect(tenant)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aPathTooLongForASocketStillWorks() throws IOException, SQLException {
        Path deep = Files.createDirectories(directory.resolve("d".repeat(120)));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(deep))) {
            assertThat(ServerCase.ask(server.address(), "SHOW unix_socket_directories"))
                    .isEmpty();
        }
    }
}
