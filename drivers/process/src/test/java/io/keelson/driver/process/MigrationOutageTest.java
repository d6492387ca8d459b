package io.keelson.driver.process;

import static io.keelson.driver.process.FailureAssertions.assertFailsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.postgres.EmbeddedPostgres;
import io.keelson.postgres.PostgresAddress;
import io.keelson.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class MigrationOutageTest {
    private static final List<DriverStepKind> BEFORE = DriverStepKind.MIGRATION.before();

    @TempDir
    private Path root;

    @TempDir
    private Path data;

    private EmbeddedPostgres server;
    private ProcessWorld world;

    @BeforeEach
    void enter() {
        server = EmbeddedPostgres.start(PostgresSettings.in(data).withDurable(false));
        world = ProcessWorld.in(root).withDatabase(ProcessWorld.server(server.address()));
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void aServerThatIsKilledInTheMiddleIsWorthAnotherTryAndThenItSucceeds() throws Exception {
        Path once = root.resolve("once");
        InstanceSpec spec = TestWorkload.tinyServer()
                .withMigrate("test -e %1$s && exit 0; touch %1$s; kill -9 %2$d; exit 1".formatted(once, server.pid()))
                .spec();
        world.apply(BEFORE, spec);

        DriverException failure =
                assertFailsWith(FailureCode.DATABASE_UNAVAILABLE, () -> world.apply(DriverStepKind.MIGRATION, spec));

        assertThat(failure.code().retryable()).isTrue();
        assertThat(failure).hasMessageContaining(spec.instanceId().toString());
        awaitServer();
        world.apply(DriverStepKind.MIGRATION, spec);
        world.removeAll(spec);
    }

    @Test
    void aServerThatIsBackBeforeTheCommandEndsIsToldFromTheOneBefore() throws Exception {
        InstanceSpec spec = untilTold("kill -9 " + server.pid());

        failsWhile(spec, this::awaitServer);
    }

    @Test
    void aSessionThatCrashesTakesTheOthersWithItAndIsWorthAnotherTry() throws Exception {
        try (Connection victim = connect()) {
            int backend = victim.unwrap(PGConnection.class).getBackendPID();
            InstanceSpec spec = untilTold("kill -9 " + backend);

            failsWhile(spec, () -> {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !ProcessHandle.of(backend).isPresent());
                awaitServer();
            });
        }
    }

    private InstanceSpec untilTold(String blow) {
        return TestWorkload.tinyServer()
                .withMigrate("%s; touch %s; until test -e %s; do sleep 0.05; done; exit 1"
                        .formatted(blow, root.resolve("struck"), root.resolve("told")))
                .spec();
    }

    private void failsWhile(InstanceSpec spec, Runnable recovery) throws Exception {
        world.apply(BEFORE, spec);
        Thread teller = Thread.ofVirtual().start(() -> {
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(root.resolve("struck")));
            recovery.run();
            boolean _ = root.resolve("told").toFile().mkdir();
        });

        assertFailsWith(FailureCode.DATABASE_UNAVAILABLE, () -> world.apply(DriverStepKind.MIGRATION, spec));
        teller.join();
        world.removeAll(spec);
    }

    private void awaitServer() {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            try (Connection connection = connect()) {
                return connection.isValid(5);
            }
        });
    }

    private Connection connect() throws Exception {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
