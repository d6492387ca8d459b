package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartTest {
    @TempDir
    Path directory;

    @Test
    void aForeignServerOnThePortIsRefusedAndLeftAlone() throws SQLException {
        PostgresAddress foreign = EphemeralPostgres.shared().newDatabase().address();

        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(ServerCase.settings(directory).withPort(foreign.port())))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("Port %d".formatted(foreign.port()))
                .hasMessageContaining("foreign server is never used");
        assertThat(ServerCase.ask(foreign, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void afterARefusalTheDirectoryCanBeUsed() throws SQLException {
        int taken = EphemeralPostgres.shared().newDatabase().address().port();
        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(ServerCase.settings(directory).withPort(taken)))
                .isInstanceOf(PostgresStartException.class);

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(ServerCase.ask(server.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aDirectoryInUseByThisJvmIsRefusedAndStaysLockedForOthers() throws IOException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(ServerCase.settings(directory)))
                    .isInstanceOf(PostgresStartException.class)
                    .hasMessageContaining("is in use by this process already");

            Process other = ServerCase.anotherJvm(directory, AbandonedLauncher.DIE);
            try (BufferedReader output = other.inputReader()) {
                assertThat(output.lines()).anyMatch(line -> line.contains("is in use by the process"));
            }
            assertThat(other.waitFor()).isEqualTo(1);
            assertThat(ProcessHandle.of(server.pid())).isPresent();
        }
    }

    @Test
    void aDirectoryInUseByAnotherJvmIsRefusedAndThatJvmIsNamed() throws IOException, InterruptedException {
        Process other = ServerCase.anotherJvm(directory, AbandonedLauncher.STAY);
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith(AbandonedLauncher.READY)))
                    .isTrue();

            assertThatThrownBy(() -> EmbeddedPostgres.start(ServerCase.settings(directory)))
                    .isInstanceOf(PostgresStartException.class)
                    .hasMessageContaining("is in use by the process %d".formatted(other.pid()));
        } finally {
            other.destroyForcibly().waitFor();
            EmbeddedPostgres.start(ServerCase.settings(directory)).close();
        }
    }

    @Test
    void aSettingThatTheServerDoesNotKnowIsReportedWithItsOwnWords() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(
                        ServerCase.settings(directory).withServerSettings(Map.of("no_such_setting", "1"))))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("no_such_setting");
    }

    @Test
    void aSettingThatTheLauncherDecidesIsRefused() {
        assertThatThrownBy(() -> ServerCase.settings(directory).withServerSettings(Map.of("fsync", "off")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fsync");
    }

    @Test
    void thePasswordIsNotPartOfTheText() {
        assertThat(new PostgresAddress("127.0.0.1", 5432, "shop", "owner", "secret"))
                .hasToString("jdbc:postgresql://127.0.0.1:5432/shop as owner");
    }
}
