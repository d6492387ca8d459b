package io.keelson.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterCrashTest {
    @TempDir
    Path directory;

    @Test
    void aKilledServerIsStartedAgainWithEveryAcknowledgedRow() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            ServerCase.execute(server.address(), "CREATE TABLE acknowledged (id int PRIMARY KEY)");
            AtomicInteger acknowledged = new AtomicInteger();
            CompletableFuture<Void> writer =
                    CompletableFuture.runAsync(() -> writeUntilCut(server.address(), acknowledged));
            await().atMost(Duration.ofSeconds(10)).until(() -> acknowledged.get() > 50);
            long killed = server.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            writer.get(10, TimeUnit.SECONDS);

            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> Integer.parseInt(ServerCase.ask(server.address(), "SELECT count(*) FROM acknowledged"))
                            >= acknowledged.get());
            assertThat(server.pid()).isNotEqualTo(killed);
        }
    }

    @Test
    void aServerKilledTwiceIsStartedTwice() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(ServerCase.settings(directory))) {
            for (int round = 0; round < 2; round++) {
                ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
                long killed = server.pid();
                await().atMost(Duration.ofSeconds(20))
                        .ignoreExceptions()
                        .until(() -> server.pid() != killed
                                && ServerCase.ask(server.address(), "SELECT 1").equals("1"));
            }
        }
    }

    private static void writeUntilCut(PostgresAddress address, AtomicInteger acknowledged) {
        try (Connection connection = ServerCase.connect(address);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
            for (int id = 1; ; id++) {
                insert.setInt(1, id);
                insert.executeUpdate();
                acknowledged.set(id);
            }
        } catch (SQLException cut) {
            assertThat(acknowledged.get()).isPositive();
        }
    }
}
