package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.Drift;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.OwnedThing;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages one instance in every way that is known, one after the other: each is found, repaired by its steps, and gone. */
class DriftTest {
    @TempDir
    private Path root;

    private ProcessWorld world;
    private final InstanceSpec spec =
            InstanceSpecFixtures.withTls(TestWorkload.tinyServer().spec(), null);

    @BeforeEach
    void enter() throws Exception {
        world = ProcessWorld.in(root);
        world.apply(DriverStepKind.WORKLOAD.before(), spec);
        world.apply(DriverStepKind.ACTIVATION, spec);
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
    }

    @Test
    void everyDamageOfFilesIsFoundRepairedAndGone() throws Exception {
        InstanceDirectory directory = world.directory(spec);
        assertThat(found()).containsExactly(Drift.Kind.WORKLOAD_MISSING);

        Files.writeString(directory.configuration(), "{\"suites\":[\"all\"],\"theirs\":1}");
        repairs(Drift.Kind.CONFIGURATION_CHANGED, DriverStepKind.ENVIRONMENT, DriverStepKind.SUITES);
        Files.writeString(directory.configuration(), "no json");
        repairs(Drift.Kind.CONFIGURATION_CHANGED, DriverStepKind.ENVIRONMENT, DriverStepKind.SUITES);
        Files.delete(directory.environment());
        repairs(Drift.Kind.ENVIRONMENT_CHANGED, DriverStepKind.ENVIRONMENT);
        String variables = Files.readString(directory.environment());
        String underAnotherPath = variables.replaceFirst("(\"PATH\"\\s*:\\s*\")[^\"]*", "$1/elsewhere");
        assertThat(underAnotherPath).isNotEqualTo(variables);
        Files.writeString(directory.environment(), underAnotherPath);
        assertThat(found()).containsExactly(Drift.Kind.WORKLOAD_MISSING);
        Files.delete(directory.keystore());
        repairs(Drift.Kind.CERTIFICATE_UNUSABLE, DriverStepKind.CERTIFICATE);
        String url = world.observe(spec).url();
        Files.delete(root.resolve("ports").resolve(url.substring(url.lastIndexOf(':') + 1)));
        repairs(Drift.Kind.PORT_CHANGED, DriverStepKind.NETWORK);
        assertThat(world.observe(spec).url()).isEqualTo(url);
        world.newDriver().activation().remove(ProcessWorld.context(spec));
        repairs(Drift.Kind.SERVICE_MARK_CHANGED, DriverStepKind.ACTIVATION);
        Files.writeString(directory.record(), "scribble");
        repairs(
                Drift.Kind.MARK_CHANGED,
                DriverStepKind.RESERVATION,
                DriverStepKind.NETWORK,
                DriverStepKind.ENVIRONMENT,
                DriverStepKind.ACTIVATION);
        FileTree.delete(directory.data());
        repairs(Drift.Kind.DATA_MISSING, DriverStepKind.STORAGE);
    }

    @Test
    void aRoleThatWasDroppedComesBackWithItsPasswordAndItsTables() throws Exception {
        String role = InstanceDatabase.name(spec.instanceId());
        CustomerDatabase customer = CustomerDatabase.of(world, spec);
        customer.run(
                "create table orders (id serial primary key, note text)",
                "create view noted as select note from orders");
        sql(role, "reassign owned by %s to current_user; drop owned by %s".formatted(role, role));
        sql(null, "reassign owned by %s to current_user".formatted(role), "drop role " + role);
        repairs(Drift.Kind.ROLE_MISSING, DriverStepKind.DATABASE);
        customer.run(
                "insert into orders (note) values ('mine again')",
                "alter table orders add column more text",
                "drop view noted");
    }

    @Test
    void everyChangeOfTheRoleIsFoundRepairedAndGone() throws Exception {
        String role = InstanceDatabase.name(spec.instanceId());
        for (String change : List.of("nologin", "connection limit 3", "password 'theirs'", "superuser")) {
            sql(null, "alter role %s %s".formatted(role, change));
            repairs(Drift.Kind.ROLE_CHANGED, DriverStepKind.DATABASE);
        }
        sql(null, "alter database %s allow_connections false".formatted(role));
        repairs(Drift.Kind.ROLE_CHANGED, DriverStepKind.DATABASE);
        sql(null, "drop database " + role);
        repairs(Drift.Kind.DATABASE_MISSING, DriverStepKind.DATABASE);
    }

    @Test
    void aWholeDirectoryThatIsGoneIsFound() throws Exception {
        FileTree.delete(world.directory(spec).path());
        assertThat(found()).contains(Drift.Kind.PLACE_MISSING, Drift.Kind.WORKLOAD_MISSING);
    }

    @Test
    void aSearchPathThatTheReleaseNamesIsComparedLikeAnyVariable() throws Exception {
        InstanceSpec own = TestWorkload.tinyServer()
                .withVariable("PATH", "/opt/theirs:/usr/bin:/bin")
                .spec();
        world.apply(DriverStepKind.WORKLOAD.before(), own);
        Path variables = world.directory(own).environment();
        Files.writeString(variables, Files.readString(variables).replace("/opt/theirs", "/opt/others"));

        assertThat(world.newDriver().drift(own, false)).singleElement().satisfies(drift -> assertThat(drift.detail())
                .endsWith("differ in PATH."));
        world.removeAll(own);
    }

    @Test
    void whatNobodyKnowsIsListedWithItsOwner() throws Exception {
        UUID stranger = UUID.randomUUID();
        Files.createDirectories(root.resolve("instances").resolve(stranger.toString()));
        Files.createDirectories(root.resolve("instances").resolve("notes"));
        sql(null, "create role " + InstanceDatabase.name(stranger));
        List<OwnedThing> owned = world.newDriver().owned();
        sql(null, "drop role " + InstanceDatabase.name(stranger));
        assertThat(owned)
                .contains(new OwnedThing(stranger, "role", InstanceDatabase.name(stranger)))
                .anySatisfy(thing -> assertThat(thing.name()).endsWith(stranger.toString()))
                .anySatisfy(thing -> {
                    assertThat(thing.instanceId()).isNull();
                    assertThat(thing.name()).endsWith("notes");
                });
    }

    private void repairs(Drift.Kind kind, DriverStepKind... steps) throws Exception {
        assertThat(found()).contains(kind);
        world.apply(List.of(steps), spec);
        assertThat(world.newDriver().drift(spec, true))
                .extracting(Drift::kind)
                .containsExactly(Drift.Kind.WORKLOAD_MISSING);
    }

    private List<Drift.Kind> found() throws Exception {
        return world.newDriver().drift(spec, true).stream().map(Drift::kind).toList();
    }

    private static void sql(String database, String... statements) throws Exception {
        DatabaseServer server = ProcessWorld.server(ProcessWorld.postgres());
        try (DatabaseSession session =
                database == null ? DatabaseSession.open(server) : DatabaseSession.open(server, database)) {
            for (String statement : statements) {
                session.execute(statement);
            }
        }
    }
}
