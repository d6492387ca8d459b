package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import org.junit.jupiter.api.Test;

/** What a driver makes of its own work after the control plane died in the middle of it. */
public interface InstanceCrashContract extends TestedDriver {
    @Test
    default void anAnswerLostAfterAnyStepIsMadeGoodByANewDriver() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            for (DriverStepKind kind : DriverStepKind.inOrder()) {
                run.apply(kind);
                Observation acted = run.observe();
                run.apply(kind);
                assertThat(run.observe()).as("after a lost answer of %s", kind).isEqualTo(acted);
            }
            assertThat(run.observe().present()).contains(Part.WORKLOAD);
        }
    }

    @Test
    default void aCrashAnywhereInAnyStepIsMadeGoodByANewDriver() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            for (DriverStepKind kind : DriverStepKind.inOrder()) {
                run.applyCrashingEverywhere(kind);
            }
            Observation survived = run.observe();
            run.applyAll();
            assertThat(run.observe()).isEqualTo(survived);
            assertThat(survived.present()).contains(Part.DATABASE, Part.ROLE, Part.NETWORK, Part.WORKLOAD);
        }
    }

    @Test
    default void aCrashAnywhereInAnyRemovalIsMadeGoodByANewDriver() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            for (DriverStepKind kind : DriverStepKind.inReverse()) {
                run.removeCrashingEverywhere(kind);
            }
            assertThat(run.observe().present()).isEmpty();
        }
    }

    @Test
    default void aStepCutOffAnywhereIsRemovedWithoutATrace() throws Exception {
        for (DriverStepKind kind : DriverStepKind.inOrder()) {
            boolean crashed = true;
            for (int crashAt = 1; crashed; crashAt++) {
                try (ContractRun run = new ContractRun(this, newSpec())) {
                    run.apply(kind.before());
                    crashed = run.applyCrashingAt(kind, crashAt);
                    run.remove(kind);
                    run.remove(kind.before().reversed());
                    assertThat(run.observe().present())
                            .as("after %s, cut off at report %d", kind, crashAt)
                            .isEmpty();
                }
            }
        }
    }
}
