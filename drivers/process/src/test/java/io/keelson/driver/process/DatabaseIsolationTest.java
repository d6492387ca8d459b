package io.keelson.driver.process;

import static io.keelson.driver.process.FailureAssertions.assertFailsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.postgres.PostgresAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIsolationTest {
    private static final List<DriverStepKind> STEPS = List.of(DriverStepKind.RESERVATION, DriverStepKind.DATABASE);
    private static final String ADMINISTRATOR = "limited_administrator";

    @TempDir
    private Path root;

    private ProcessWorld world;
    private final InstanceSpec one = TestWorkload.tinyServer().spec();
    private final InstanceSpec other = TestWorkload.tinyServer().spec();

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(one);
        world.removeAll(other);
    }

    @Test
    void anInstanceOwnsItsDatabaseAndCannotEnterAnother() throws Exception {
        world.apply(STEPS, one);
        world.apply(STEPS, other);

        try (Connection own = connect(one, InstanceDatabase.name(one.instanceId()));
                Statement statement = own.createStatement()) {
            statement.execute("CREATE TABLE things (id int)");
        }
        assertThatThrownBy(() -> connect(one, InstanceDatabase.name(other.instanceId())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void theRoleHasNoPowerOverTheServer() throws Exception {
        world.apply(STEPS, one);

        assertThat(ask("""
                SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
                FROM pg_roles WHERE rolname = '%s'""".formatted(InstanceDatabase.name(one.instanceId())))).isEqualTo("f");
        assertThat(ask("SELECT rolconnlimit FROM pg_roles WHERE rolname = '%s'"
                        .formatted(InstanceDatabase.name(one.instanceId()))))
                .isEqualTo("20");
    }

    @Test
    void roleAndDatabaseAreMarkedWithInstanceAndOperation() throws Exception {
        world.apply(STEPS, one);

        assertThat(ask("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '%s'"
                        .formatted(InstanceDatabase.name(one.instanceId()))))
                .isEqualTo("keelson instance %s operation %s".formatted(one.instanceId(), ProcessWorld.OPERATION));
    }

    @Test
    void aDatabaseWithOpenSessionsIsRemoved() throws Exception {
        world.apply(STEPS, one);

        try (Connection open = connect(one, InstanceDatabase.name(one.instanceId()))) {
            world.removeAll(one);
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(world.observe(one).empty()).isTrue();
    }

    @Test
    void aDatabaseClosedByAnInterruptedRemovalIsOpenedAgain() throws Exception {
        world.apply(STEPS, one);
        execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(InstanceDatabase.name(one.instanceId())));
        execute("ALTER ROLE %s NOLOGIN".formatted(InstanceDatabase.name(one.instanceId())));

        world.apply(STEPS, one);

        try (Connection own = connect(one, InstanceDatabase.name(one.instanceId()))) {
            assertThat(own.isValid(1)).isTrue();
        }
    }

    @Test
    void aPasswordThatWasLostIsReplaced() throws Exception {
        world.apply(STEPS, one);
        Files.delete(world.directory(one).databasePassword());

        world.apply(STEPS, one);

        try (Connection own = connect(one, InstanceDatabase.name(one.instanceId()))) {
            assertThat(own.isValid(1)).isTrue();
        }
    }

    @Test
    void anAdministratorThatIsNoSuperuserIsEnough() throws Exception {
        String password = UUID.randomUUID().toString();
        execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE PASSWORD '%s'".formatted(ADMINISTRATOR, password));
        PostgresAddress postgres = ProcessWorld.postgres();
        ProcessWorld limited = world.withDatabase(ProcessWorld.server(
                new PostgresAddress(postgres.host(), postgres.port(), postgres.database(), ADMINISTRATOR, password)));
        try {
            limited.apply(STEPS, one);
            limited.apply(STEPS, one);
            assertThat(limited.observe(one).present()).contains(Part.DATABASE, Part.ROLE);
            limited.removeAll(one);
            assertThat(limited.observe(one).empty()).isTrue();
        } finally {
            world.removeAll(one);
            execute("DROP ROLE " + ADMINISTRATOR);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsWorthAnotherTry() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        ProcessWorld deaf = world.withDatabase(
                new DatabaseServer("127.0.0.1", nobody, "postgres", () -> "canary-password", "postgres", 20));
        deaf.apply(DriverStepKind.RESERVATION, one);

        DriverException failure =
                assertFailsWith(FailureCode.DATABASE_UNAVAILABLE, () -> deaf.apply(DriverStepKind.DATABASE, one));

        assertThat(failure.code().retryable()).isTrue();
        assertThat(failure).hasMessageContaining(one.instanceId().toString());
        assertThat(failure.getMessage()).doesNotContain("canary-password");
    }

    private Connection connect(InstanceSpec spec, String database) throws Exception {
        String jdbcUrl = ProcessWorld.postgres().withDatabase(database).jdbcUrl();
        return DriverManager.getConnection(
                jdbcUrl,
                InstanceDatabase.name(spec.instanceId()),
                Files.readString(world.directory(spec).databasePassword()));
    }

    private static Connection administrator() throws SQLException {
        PostgresAddress postgres = ProcessWorld.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
