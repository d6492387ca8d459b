package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.limit.ControlGroups;
import io.keelson.driver.testkit.DriverStepKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {
    private static final ProcessTable TABLE = new ProcessTable();

    @TempDir
    private Path root;

    private ProcessWorld world;
    private InstanceSpec spec;

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @AfterEach
    void leave() throws Exception {
        world.removeAll(spec);
    }

    @Test
    void aWorkloadIsAskedBeforeItIsForced() throws Exception {
        spec = TestWorkload.shell("trap 'echo asked to stop; exit 0' TERM; while :; do sleep 0.01; done")
                .spec();
        start();
        Path log = WorkloadLog.of(world.directory(spec));
        // A signal that comes before the trap would end the shell without a word.
        await().atMost(Duration.ofSeconds(10)).until(() -> children() > 0);

        world.newDriver().workload().remove(ProcessWorld.context(spec));

        assertThat(Files.readString(log)).contains("asked to stop");
    }

    @Test
    void aWorkloadThatDoesNotListenIsForced() throws Exception {
        world = world.withStopGrace(Duration.ofMillis(200));
        spec = TestWorkload.shell("trap '' TERM; while :; do sleep 1; done").spec();
        start();
        long pid = world.pid(spec);
        await().atMost(Duration.ofSeconds(10)).until(() -> children() > 0);

        world.newDriver().workload().remove(ProcessWorld.context(spec));

        assertThat(TABLE.find(pid)).isEmpty();
        assertThat(processes()).isEmpty();
    }

    @Test
    void childrenEndWithTheWorkloadWhateverTheirEnvironmentAndSession() throws Exception {
        spec = TestWorkload.shell("env -i sleep 600 & setsid sleep 600 & env -i setsid sleep 600 & exec sleep 600")
                .spec();
        start();
        Set<Long> before = Set.of(world.pid(spec));
        await().atMost(Duration.ofSeconds(10)).until(() -> processes().size() >= 3);

        world.newDriver().workload().remove(ProcessWorld.context(spec));

        assertThat(processes()).isEmpty();
        assertThat(before).allMatch(pid -> TABLE.find(pid).isEmpty());
    }

    @Test
    void aWorkloadWhoseLeaderDiedIsReplacedAndItsChildrenEnd() throws Exception {
        spec = TestWorkload.shell("sleep 600 & exec sleep 600").spec();
        start();
        long first = world.pid(spec);
        await().atMost(Duration.ofSeconds(10)).until(() -> processes().size() == 2);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> TABLE.find(first).isEmpty());

        world.apply(DriverStepKind.WORKLOAD, spec);

        assertThat(world.pid(spec)).isNotEqualTo(first);
        await().atMost(Duration.ofSeconds(10)).until(() -> processes().size() == 2);
    }

    @Test
    void anInterruptedPreparationIsEndedWithItsChildren() throws Exception {
        spec = TestWorkload.tinyServer()
                .withPrepare("sleep 600 & touch started; sleep 600")
                .spec();
        world.apply(DriverStepKind.DEPLOYMENT.before(), spec);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread step = Thread.ofPlatform().start(() -> {
            try {
                world.apply(DriverStepKind.DEPLOYMENT, spec);
            } catch (Exception failure) {
                end.set(failure);
            }
        });
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(world.directory(spec).release().resolve("started")));

        step.interrupt();
        step.join(Duration.ofSeconds(10));

        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(processes()).isEmpty();
    }

    @Test
    void aStepThatWaitsForItsInstanceCanBeInterrupted() throws Exception {
        spec = TestWorkload.tinyServer().spec();
        try (FileLocks.Held _ = FileLocks.at(root).lockInstance(spec.instanceId())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> world.apply(DriverStepKind.RESERVATION, spec))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private void start() throws Exception {
        world.apply(DriverStepKind.HEALTH_CHECK.before(), spec);
    }

    private long children() throws Exception {
        return processes().stream().filter(entry -> !entry.leadsItsSession()).count();
    }

    private Set<ProcessEntry> processes() throws Exception {
        ControlGroups groups = ControlGroups.at(ProcessDriverSettings.SYSTEM_CONTROL_GROUPS);
        return new InstanceProcesses(TABLE, groups).all(spec.instanceId());
    }
}
