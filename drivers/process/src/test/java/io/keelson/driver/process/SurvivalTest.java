package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.limit.ControlGroups;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.postgres.PostgresAddress;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalTest {
    @TempDir
    private Path root;

    private ProcessWorld world;
    private final InstanceSpec spec = DyingControlPlane.spec(UUID.randomUUID());

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
        assertThat(world.observe(spec).empty()).isTrue();
    }

    @Test
    void aWorkloadOutlivesItsControlPlaneAndIsFoundAgain() throws Exception {
        controlPlaneDiesAt(DriverStepKind.ACTIVATION, 99);

        Observation orphan = world.observe(spec);
        assertThat(orphan.present()).contains(Part.WORKLOAD);
        world.applyAll(spec);

        assertThat(world.observe(spec)).isEqualTo(orphan);
    }

    @ParameterizedTest
    @CsvSource({
        "RESERVATION, 1",
        "DATABASE, 1",
        "DATABASE, 2",
        "DATABASE, 3",
        "NETWORK, 1",
        "DEPLOYMENT, 4",
        "WORKLOAD, 2",
        "WORKLOAD, 3",
    })
    void aControlPlaneThatDiesInTheMiddleLeavesNothingTwice(DriverStepKind step, int report) throws Exception {
        controlPlaneDiesAt(step, report);

        world.applyAll(spec);

        assertThat(processes()).extracting(ProcessEntry::pid).containsExactly(world.pid(spec));
        try (var ports = Files.list(root.resolve("ports"))) {
            assertThat(ports).hasSize(1);
        }
    }

    @Test
    void aPreparationOfADeadControlPlaneIsEndedBeforeTheNextBegins() throws Exception {
        Path linger = Files.createFile(root.resolve("linger"));
        controlPlaneDiesAt(DriverStepKind.DEPLOYMENT, 4);
        await().atMost(Duration.ofSeconds(10)).until(() -> processes().size() == 2);
        Files.delete(linger);

        world.apply(DriverStepKind.MIGRATION.before(), spec);

        assertThat(world.directory(spec).release().resolve("finished")).hasContent("done");
        assertThat(processes()).isEmpty();
    }

    private Set<ProcessEntry> processes() throws Exception {
        ControlGroups groups = ControlGroups.at(ProcessDriverSettings.SYSTEM_CONTROL_GROUPS);
        return new InstanceProcesses(new ProcessTable(), groups).all(spec.instanceId());
    }

    private void controlPlaneDiesAt(DriverStepKind step, int report) throws Exception {
        PostgresAddress postgres = ProcessWorld.postgres();
        ProcessBuilder builder = new ProcessBuilder(
                ProcessDriverSettings.runningJava().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DyingControlPlane.class.getName(),
                root.toString(),
                postgres.host(),
                Integer.toString(postgres.port()),
                postgres.user(),
                postgres.database(),
                spec.instanceId().toString(),
                step.name(),
                Integer.toString(report));
        builder.environment().put(DyingControlPlane.PASSWORD, postgres.password());
        Path output = root.resolve("control-plane.log");
        Process controlPlane = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
        assertThat(controlPlane.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(controlPlane.exitValue()).as(Files.readString(output)).isEqualTo(DyingControlPlane.STATUS);
    }
}
