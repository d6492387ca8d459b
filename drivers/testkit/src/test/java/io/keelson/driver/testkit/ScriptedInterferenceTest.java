package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import org.junit.jupiter.api.Test;

class ScriptedInterferenceTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final InMemoryInstanceDriver driver = new InMemoryInstanceDriver(world);
    private final InstanceSpec spec = InstanceSpecFixtures.aSpec();
    private final StepContext context = new StepContext(spec, "operation", StepProgress.NONE);

    @Test
    void aStepFailsAsOftenAsScriptedAndThenSucceeds() throws Exception {
        world.failApply(DriverStepKind.DATABASE, FailureCode.DATABASE_UNAVAILABLE, 2);

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> driver.database().apply(context))
                    .isInstanceOfSatisfying(DriverException.class, failure -> assertThat(failure.code())
                            .isEqualTo(FailureCode.DATABASE_UNAVAILABLE));
            assertThat(world.thingsOf(spec.instanceId())).isEmpty();
        }
        driver.database().apply(context);

        assertThat(world.thingsOf(spec.instanceId())).containsExactly(DriverStepKind.DATABASE);
    }

    @Test
    void aFailingRemovalLeavesTheThingThere() throws Exception {
        driver.storage().apply(context);
        world.failRemove(DriverStepKind.STORAGE, FailureCode.NOT_REMOVED, 1);

        assertThatThrownBy(() -> driver.storage().remove(context)).isInstanceOf(DriverException.class);

        assertThat(world.thingsOf(spec.instanceId())).containsExactly(DriverStepKind.STORAGE);
    }

    @Test
    void aHangingStepEndsWhenInterrupted() {
        world.interfereWithApply(DriverStepKind.WORKLOAD, Interference.hang());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> driver.workload().apply(context)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void everyCallIsRemembered() throws Exception {
        driver.network().apply(context);
        driver.network().remove(context);

        assertThat(world.calls())
                .containsExactly(
                        new StepCall(spec.instanceId(), DriverStepKind.NETWORK, false, "operation"),
                        new StepCall(spec.instanceId(), DriverStepKind.NETWORK, true, "operation"));
    }
}
