package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedFirstStartTest {
    @TempDir
    Path directory;

    @Test
    void aHalfMadeClusterIsRemovedAndMadeAgainWithTheKeptPassword() throws IOException, SQLException {
        ClusterDirectory cluster = ClusterDirectory.below(directory);
        String password = cluster.password();
        Path half = Files.createDirectories(cluster.root().resolve("data-in-the-making-1/base"));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(server.address().password()).isEqualTo(password);
            assertThat(ServerCase.ask(server.address(), "SELECT 1")).isEqualTo("1");
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void aLauncherKilledWhileTheClusterIsMadeLeavesNothingInTheWay() throws Exception {
        for (int round = 0; round < 2; round++) {
            Process launcher = ServerCase.anotherJvm(directory, AbandonedLauncher.STAY);
            await().atMost(Duration.ofSeconds(20)).until(this::clusterIsInTheMaking);
            launcher.destroyForcibly().waitFor();
        }

        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            assertThat(ServerCase.ask(server.address(), "SELECT 1")).isEqualTo("1");
            assertThat(clusterIsInTheMaking()).isFalse();
        }
    }

    @Test
    void aClusterWithoutItsPasswordIsRefusedAndLeftAlone() throws IOException {
        EmbeddedPostgres.start(ServerCase.settings(directory)).close();
        Files.delete(directory.resolve("postgres/password"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(ServerCase.settings(directory)))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("postgres/password is gone");
        assertThat(directory.resolve("postgres/data/PG_VERSION")).exists();
    }

    @Test
    void aDirectoryThatOthersMayWriteToIsRefused() throws IOException {
        Path shared = PrivateFiles.directory(directory.resolve("postgres"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(ServerCase.settings(directory)))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("chmod go-w");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("occupied"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(ServerCase.settings(file)))
                .isInstanceOf(PostgresStartException.class)
                .hasMessageContaining("Name a directory");
    }

    private boolean clusterIsInTheMaking() throws IOException {
        Path root = directory.resolve("postgres");
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.anyMatch(entry -> entry.getFileName().toString().startsWith("data-in-the-making"));
        }
    }
}
