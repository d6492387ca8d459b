package io.keelson.driver.process;

import static io.keelson.driver.process.FailureAssertions.assertFailsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepResult;
import io.keelson.driver.limit.ControlGroups;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final ControlGroups GROUPS = ControlGroups.at(ProcessDriverSettings.SYSTEM_CONTROL_GROUPS);

    @TempDir
    private Path root;

    private ProcessWorld world;

    @BeforeEach
    void enter() {
        world = ProcessWorld.in(root);
    }

    @Test
    void aWorkloadIsInItsGroupFromTheFirstInstruction() throws Exception {
        requireControlGroups();
        InstanceSpec spec = TestWorkload.tinyServer().spec();
        try {
            world.apply(DriverStepKind.HEALTH_CHECK.before(), spec);

            assertThat(GROUPS.processes(spec.instanceId())).contains(world.pid(spec));
        } finally {
            world.removeAll(spec);
        }
        assertThat(GROUPS.entrances(spec.instanceId())).isEmpty();
    }

    @Test
    void aWorkloadThatTakesMoreMemoryIsKilledAndTheReasonIsTold() throws Exception {
        requireControlGroups();
        InstanceSpec spec = InstanceSpecFixtures.withResources(
                TestWorkload.shell("exec tail /dev/zero").spec(), 1_000, 32);
        try {
            DriverException failure = assertFailsWith(FailureCode.WORKLOAD_EXITED, () -> world.applyAll(spec));

            assertThat(failure).hasMessageContaining("more than its 32 MiB of memory");
        } finally {
            world.removeAll(spec);
        }
    }

    @Test
    void limitsThatCannotBeEnforcedAreToldAndDoNotStopTheStep() throws Exception {
        InstanceSpec spec = TestWorkload.tinyServer().spec();
        LocalStep step = new ComputeStep(
                ControlGroups.at(null),
                new InstanceProcesses(new ProcessTable(), GROUPS),
                new ProcessEnding(new ProcessTable(), ProcessDriverSettings.DEFAULT_STOP_GRACE));

        StepResult result = step.apply(ProcessWorld.context(spec));

        assertThat(result)
                .asString()
                .contains("1000 thousandths of a core and 256 MiB of memory are not enforced", "they are switched off");
    }

    private static void requireControlGroups() throws InterruptedException {
        UUID probe = UUID.randomUUID();
        boolean writable;
        try {
            GROUPS.limit(probe, 1_000, 64);
            GROUPS.remove(probe);
            writable = true;
        } catch (IOException refused) {
            writable = false;
        }
        assumeThat(writable).as("control groups can be written here").isTrue();
    }
}
