package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {
    @TempDir
    Path directory;

    @AfterEach
    void killWhatIsLeft() {
        ClusterProcesses.of(ClusterDirectory.below(directory).data()).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void aServerWhoseLauncherWasKilledIsTakenOver() throws Exception {
        long orphan = abandonServer();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(server.pid()).isEqualTo(orphan);
            assertThat(ServerCase.ask(server.address(), "SELECT id FROM kept")).isEqualTo("1");
        }
        assertThat(ProcessHandle.of(orphan)).isEmpty();
    }

    @Test
    void anOrphanWithOtherSettingsIsRestarted() throws Exception {
        long orphan = abandonServer();

        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(ServerCase.settings(directory).withMaxConnections(33))) {
            assertThat(server.pid()).isNotEqualTo(orphan);
            assertThat(ServerCase.ask(server.address(), "SHOW max_connections")).isEqualTo("33");
            assertThat(ServerCase.ask(server.address(), "SELECT id FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void anOrphanKilledAfterItsLauncherIsRecovered() throws Exception {
        long orphan = abandonServer();
        ProcessHandle.of(orphan).orElseThrow().destroyForcibly();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(ServerCase.ask(server.address(), "SELECT id FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aLeftProcessNumberThatNowBelongsToAStrangerIsIgnored() throws IOException, SQLException {
        PostgresAddress address;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            address = server.address();
        }
        long stranger = ProcessHandle.current().pid();
        Path data = directory.toRealPath().resolve("postgres/data");
        Files.write(
                PidFile.in(data),
                List.of(
                        Long.toString(stranger),
                        data.toString(),
                        "1700000000",
                        Integer.toString(address.port()),
                        "",
                        "127.0.0.1",
                        "  1234567 1",
                        "ready   "));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(ServerCase.ask(server.address(), "SELECT 1")).isEqualTo("1");
            assertThat(server.pid()).isNotEqualTo(stranger);
        }
    }

    private long abandonServer() throws IOException, InterruptedException {
        Process jvm = ServerCase.anotherJvm(directory, AbandonedLauncher.DIE);
        try (BufferedReader output = jvm.inputReader()) {
            List<String> lines = output.lines().toList();
            assertThat(jvm.waitFor()).as(() -> String.join("\n", lines)).isEqualTo(137);
            return lines.stream()
                    .filter(line -> line.startsWith(AbandonedLauncher.READY))
                    .mapToLong(line -> Long.parseLong(line.substring(AbandonedLauncher.READY.length())))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
