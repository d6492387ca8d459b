package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import io.keelson.driver.limit.ControlGroups;
import io.keelson.driver.testkit.DriverStepKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionedInstanceTest {
    @TempDir
    private Path root;

    private ProcessWorld world;
    private InstanceSpec spec = TestWorkload.tinyServer()
            .withVariable("DATABASE_URL", "{databaseUrl}")
            .withVariable("WHERE", "{directory} {dataDirectory} {version} {unknown}")
            .withVariable("KEELSON_VERSION", "forged")
            .spec();

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
    }

    @Test
    void theWorkloadSeesItsOwnEnvironmentAndNothingOfTheControlPlane() throws Exception {
        world.applyAll(spec);

        InstanceDirectory directory = world.directory(spec);
        String password = Files.readString(directory.databasePassword());
        String database = InstanceDatabase.name(spec.instanceId());
        String url = "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        database,
                        password,
                        ProcessWorld.postgres().host(),
                        ProcessWorld.postgres().port(),
                        database);
        int port = URI.create(world.observe(spec).url()).getPort();
        assertThat(get("/environment").lines().filter(line -> !line.startsWith("_=") && !line.startsWith("PWD=")))
                .containsExactlyInAnyOrder(
                        "DATABASE_URL=" + url,
                        "HOME=" + directory.release(),
                        "KEELSON_CAPABILITIES=",
                        "KEELSON_COMMAND=workload",
                        "KEELSON_INSTANCE_ID=" + spec.instanceId(),
                        "KEELSON_OPERATION_ID=" + ProcessWorld.OPERATION,
                        "KEELSON_REGION=local",
                        "KEELSON_SETTINGS={\"theme\":\"dark\"}",
                        "KEELSON_SUITES=commerce",
                        "KEELSON_VERSION=1.0.0",
                        "PATH=" + System.getenv("PATH"),
                        "PORT=" + port,
                        "WHERE=" + directory.release() + " " + directory.data() + " 1.0.0 {unknown}");
    }

    @Test
    void theConfigurationTellsWhatIsSwitchedOn() throws Exception {
        world.applyAll(spec);

        assertThat(Files.readString(world.directory(spec).configuration()))
                .contains("\"suites\":[\"commerce\"]", "\"theme\":\"dark\"", "\"region\":\"local\"")
                .doesNotContain("capabilities");
    }

    @Test
    void theOutputOfTheWorkloadIsInItsLog() throws Exception {
        world.applyAll(spec);

        assertThat(Files.readString(WorkloadLog.of(world.directory(spec)))).contains("TinyServer listens on");
    }

    @Test
    void onlyTheOwnerCanReadWhatTheDriverWrites() throws Exception {
        world.applyAll(spec);

        try (Stream<Path> paths = Files.walk(world.directory(spec).path())) {
            for (Path path : paths.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .endsWith("------");
            }
        }
    }

    @Test
    void theWorkloadRunsInASessionOfItsOwn() throws Exception {
        world.applyAll(spec);

        ProcessEntry workload = new ProcessTable().find(world.pid(spec)).orElseThrow();

        assertThat(workload.leadsItsSession()).isTrue();
    }

    @Test
    void thePasswordIsInNoMessageAndNoOutput() throws Exception {
        ProcessInstanceDriver driver = world.newDriver();
        StringBuilder told = new StringBuilder();
        for (DriverStepKind kind : DriverStepKind.inOrder()) {
            StepContext context = new StepContext(spec, "operation", (percent, message) -> told.append(message)
                    .append('\n'));
            told.append(kind.of(driver).apply(context)).append('\n');
        }
        told.append(world.observe(spec));

        assertThat(told.toString())
                .contains("Database keelson_")
                .doesNotContain(Files.readString(world.directory(spec).databasePassword()));
    }

    @Test
    void repeatingTheDatabaseStepKeepsThePassword() throws Exception {
        List<DriverStepKind> steps = List.of(DriverStepKind.RESERVATION, DriverStepKind.DATABASE);
        world.apply(steps, spec);
        String password = Files.readString(world.directory(spec).databasePassword());

        world.apply(steps, spec);

        assertThat(Files.readString(world.directory(spec).databasePassword())).isEqualTo(password);
    }

    @Test
    void stepsThatNothingWasAskedForSayWhy() throws Exception {
        world.apply(List.of(DriverStepKind.RESERVATION), spec);

        assertThat(world.apply(DriverStepKind.CAPABILITIES, spec))
                .isEqualTo(new StepResult.NotApplicable("No capabilities requested."));
        assertThat(world.apply(DriverStepKind.CERTIFICATE, spec))
                .isEqualTo(new StepResult.NotApplicable("No TLS requested."));
        assertThat(world.apply(DriverStepKind.MIGRATION, spec))
                .isEqualTo(new StepResult.NotApplicable("The release brings no migrations."));
    }

    @Test
    void removalLeavesNeitherDirectoryNorPortNorGroup() throws Exception {
        world.applyAll(spec);

        world.removeAll(spec);

        assertThat(root.resolve("instances")).isEmptyDirectory();
        assertThat(root.resolve("ports")).isEmptyDirectory();
        assertThat(ControlGroups.at(ProcessDriverSettings.SYSTEM_CONTROL_GROUPS).entrances(spec.instanceId()))
                .isEmpty();
    }

    private String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(world.observe(spec).url() + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
