package io.keelson.driver.process;

import static io.keelson.driver.process.FailureAssertions.assertFailsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.driver.CommandOutput;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.limit.ControlGroups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceCommandTest {
    private static final ProcessTable TABLE = new ProcessTable();

    @TempDir
    private Path root;

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private ProcessWorld world;
    private InstanceSpec spec;

    @BeforeEach
    void enter() throws Exception {
        world = ProcessWorld.in(root).withStopGrace(Duration.ofMillis(300));
        spec = TestWorkload.tinyServer().withVariable("COLOUR", "green").spec();
        world.applyAll(spec);
        Files.createDirectories(world.directory(spec).release().resolve("sub"));
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
    }

    @Test
    void aCommandHasTheEnvironmentAndTheDirectoryOfItsInstance() throws Exception {
        int status = run("sub", "/bin/sh", "-c", "echo $COLOUR; pwd; echo no end >&2; printf last");

        assertThat(status).isZero();
        assertThat(printed)
                .containsExactly(
                        "green", world.directory(spec).release().resolve("sub").toString(), "no end", "last");
        assertThat(world.directory(spec).log("run-7")).doesNotExist();
    }

    @Test
    void secretsOfTheInstanceAreMasked() throws Exception {
        String password =
                Files.readString(world.directory(spec).databasePassword()).strip();

        run("", "/bin/echo", "the password is " + password);

        assertThat(printed).containsExactly("the password is ***");
    }

    @Test
    void whatACommandLeavesBehindIsEnded() throws Exception {
        run("", "/bin/sh", "-c", "sleep 300 & echo started");

        assertThat(printed).containsExactly("started");
        assertThat(processesOfTheRun()).isEmpty();
    }

    @Test
    void anInterruptEndsTheCommandAndWhatItStarted() throws Exception {
        FutureTask<Integer> running = new FutureTask<>(() -> run("", "/bin/sh", "-c", "sleep 300 & sleep 300"));
        Thread thread = Thread.ofPlatform().start(running);
        await().atMost(Duration.ofSeconds(10)).until(() -> processesOfTheRun().size() >= 3);

        thread.interrupt();
        thread.join(Duration.ofSeconds(20));

        assertThat(running.isDone()).isTrue();
        assertThat(processesOfTheRun()).isEmpty();
    }

    @Test
    void aSecondTryEndsWhatTheFirstLeftBehind() throws Exception {
        Path release = world.directory(spec).release();
        Launcher launcher = new Launcher(ControlGroups.at(null));
        LaunchedCommand first = new LaunchedCommand(
                spec.instanceId(),
                "run-7",
                release,
                List.of("sleep", "300"),
                Map.of(),
                world.directory(spec).log("run-7"));
        Process left = launcher.start(first);

        run("", "echo", "second");

        assertThat(left.isAlive()).isFalse();
        assertThat(printed).containsExactly("second");
    }

    @Test
    void stoppingTheInstanceEndsTheCommand() throws Exception {
        FutureTask<Integer> running = new FutureTask<>(() -> run("", "sleep", "300"));
        Thread thread = Thread.ofPlatform().start(running);
        await().atMost(Duration.ofSeconds(10)).until(() -> !processesOfTheRun().isEmpty());

        world.newDriver().workload().remove(ProcessWorld.context(spec));
        thread.join(Duration.ofSeconds(20));

        assertThat(running.get()).isNotZero();
    }

    @Test
    void aCommandThatPrintsWithoutEndIsEnded() {
        assertFailsWith(FailureCode.COMMAND_FAILED, () -> world.newDriver()
                .run(
                        new InstanceCommand(
                                spec.instanceId(), spec.region(), "7", List.of("yes", "a".repeat(2_000)), ""),
                        _ -> {}));
    }

    @Test
    void aLinkThatLeadsOutOfTheReleaseIsRefused() throws Exception {
        Files.createSymbolicLink(world.directory(spec).release().resolve("out"), Path.of("/etc"));

        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, () -> run("out", "ls"));
        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, () -> run("/etc", "ls"));
        assertFailsWith(FailureCode.SPECIFICATION_REFUSED, () -> run("missing", "ls"));
    }

    private int run(String directory, String... words) throws Exception {
        CommandOutput output = printed::add;
        return world.newDriver()
                .run(new InstanceCommand(spec.instanceId(), spec.region(), "7", List.of(words), directory), output);
    }

    private List<ProcessEntry> processesOfTheRun() throws Exception {
        return List.copyOf(new InstanceProcesses(TABLE, ControlGroups.at(null)).of(spec.instanceId(), "run-7"));
    }
}
