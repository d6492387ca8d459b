package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What every driver does, whatever it drives. A test class implements this interface for its driver; each test works on
 * instances of its own and removes them.
 */
public interface InstanceDriverContract {
    /** A new driver object upon the same world, as after a restart of the control plane. */
    InstanceDriver newDriver();

    /** A specification that fits the driver, under an id that was never used. */
    InstanceSpec newSpec();

    @Test
    default void everyStepInOrderBringsTheWholeInstance() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            Map<String, String> outputs = new HashMap<>();
            for (DriverStepKind kind : DriverStepKind.inOrder()) {
                switch (run.apply(kind)) {
                    case StepResult.Done done -> {
                        assertThat(done.message()).as("message of %s", kind).isNotBlank();
                        outputs.putAll(done.outputs());
                    }
                    case StepResult.NotApplicable skipped ->
                        assertThat(skipped.reason()).as("reason of %s", kind).isNotBlank();
                }
            }
            assertThat(run.observe().present())
                    .contains(Part.RESERVATION, Part.DATABASE, Part.ROLE, Part.NETWORK, Part.STORAGE, Part.WORKLOAD);
            assertThat(outputs.get(StepResult.URL))
                    .isNotNull()
                    .isEqualTo(run.observe().url());
        }
    }

    @Test
    default void removingEveryStepInReverseLeavesNothing() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            run.removeAll();
            assertThat(run.observe()).isEqualTo(new Observation(Set.of(), null, Map.of()));
        }
    }

    @Test
    default void applyingEveryStepTwiceChangesNothing() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            InstanceDriver driver = newDriver();
            for (DriverStepKind kind : DriverStepKind.inOrder()) {
                run.apply(kind, driver);
                Observation once = run.observe();
                run.apply(kind, driver);
                assertThat(run.observe()).as("after %s twice", kind).isEqualTo(once);
            }
        }
    }

    @Test
    default void applyingAllStepsAgainKeepsTheRunningInstance() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            Observation once = run.observe();
            run.applyAll();
            assertThat(run.observe()).isEqualTo(once);
        }
    }

    @Test
    default void removingEveryStepTwiceSucceeds() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            for (DriverStepKind kind : DriverStepKind.inReverse()) {
                run.remove(kind);
                run.remove(kind);
            }
            assertThat(run.observe().present()).isEmpty();
        }
    }

    @Test
    default void removingAnUnknownInstanceSucceeds() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.removeAll();
            assertThat(run.observe().present()).isEmpty();
        }
    }

    @Test
    default void removalNeedsNoWorkloadInTheSpecification() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun full = new ContractRun(this, spec);
                ContractRun bare = new ContractRun(this, InstanceSpecFixtures.withoutWorkload(spec))) {
            full.applyAll();
            bare.removeAll();
            assertThat(full.observe().present()).isEmpty();
        }
    }

    @Test
    default void aRemovedInstanceCanBeMadeAgain() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            run.removeAll();
            run.applyAll();
            assertThat(run.observe().present()).contains(Part.WORKLOAD);
        }
    }

    @Test
    default void observingAnUnknownInstanceFindsNothing() throws Exception {
        assertThat(newDriver().observe(newSpec()).empty()).isTrue();
    }

    @Test
    default void observingWhileStartingNeverFailsAndNothingVanishes() throws Exception {
        AtomicBoolean started = new AtomicBoolean();
        try (ContractRun run = new ContractRun(this, newSpec());
                ExecutorService watcher = Executors.newSingleThreadExecutor()) {
            Future<List<Observation>> seen = watcher.submit(() -> {
                List<Observation> observations = new ArrayList<>();
                do {
                    observations.add(run.observe());
                } while (!started.get());
                return observations;
            });
            try {
                run.applyAll();
            } finally {
                started.set(true);
            }
            List<Observation> observations = seen.get(1, TimeUnit.MINUTES);
            for (int i = 1; i < observations.size(); i++) {
                assertThat(observations.get(i).present())
                        .containsAll(observations.get(i - 1).present());
            }
        }
    }

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

    @Test
    default void theSameStepFromTwoThreadsActsOnce() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (DriverStepKind kind : DriverStepKind.inOrder()) {
                Callable<StepResult> apply = () -> run.apply(kind);
                for (Future<StepResult> result : threads.invokeAll(List.of(apply, apply))) {
                    assertThat(result.get()).isNotNull();
                }
            }
            Observation both = run.observe();
            run.applyAll();
            assertThat(run.observe()).isEqualTo(both);
        }
    }

    @Test
    default void twoInstancesShareNothing() throws Exception {
        try (ContractRun one = new ContractRun(this, newSpec());
                ContractRun other = new ContractRun(this, newSpec())) {
            one.applyAll();
            other.applyAll();
            Observation before = other.observe();
            assertThat(one.observe().url()).isNotEqualTo(before.url());
            one.removeAll();
            assertThat(other.observe()).isEqualTo(before);
            other.apply(DriverStepKind.HEALTH_CHECK);
        }
    }

    @Test
    default void aReleaseThatHasNothingForTheDriverIsRefused() throws Exception {
        refuses(InstanceSpecFixtures.withoutWorkload(newSpec()));
    }

    @Test
    default void aRegionOutsideTheDataResidencyIsRefused() throws Exception {
        refuses(InstanceSpecFixtures.withDataResidency(newSpec(), List.of("elsewhere")));
    }

    @Test
    default void aCommandRunsInsideTheInstanceAsOftenAsAsked() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            Observation before = run.observe();
            List<String> printed = new ArrayList<>();
            InstanceCommand command =
                    new InstanceCommand(spec.instanceId(), "run-1", List.of("echo", "a  b", "$HOME;"), "");
            assertThat(newDriver().run(command, printed::add)).isZero();
            assertThat(newDriver().run(command, printed::add)).isZero();
            assertThat(printed).containsExactly("a  b $HOME;", "a  b $HOME;");
            assertThat(run.observe()).isEqualTo(before);
        }
    }

    @Test
    default void theExitStatusOfACommandIsAnswered() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            InstanceCommand fails = new InstanceCommand(spec.instanceId(), "run-1", List.of("false"), "");
            InstanceCommand unknown = new InstanceCommand(spec.instanceId(), "run-2", List.of("no-such-program-7"), "");
            assertThat(newDriver().run(fails, _ -> {})).isEqualTo(1);
            assertThat(newDriver().run(unknown, _ -> {})).isEqualTo(127);
        }
    }

    @Test
    default void aCommandOutsideOfAnInstanceIsRefused() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            refuses(new InstanceCommand(spec.instanceId(), "run-1", List.of("echo"), ""));
            run.applyAll();
            refuses(new InstanceCommand(spec.instanceId(), "run-1", List.of("echo"), "../.."));
        }
    }

    private void refuses(InstanceCommand command) {
        assertThatThrownBy(() -> newDriver().run(command, _ -> {}))
                .isInstanceOfSatisfying(DriverException.class, failure -> assertThat(failure.code())
                        .isEqualTo(FailureCode.SPECIFICATION_REFUSED));
    }

    private void refuses(InstanceSpec spec) throws Exception {
        try (ContractRun run = new ContractRun(this, spec)) {
            assertThatThrownBy(() -> run.apply(DriverStepKind.RESERVATION))
                    .isInstanceOfSatisfying(DriverException.class, failure -> assertThat(failure.code())
                            .isEqualTo(FailureCode.SPECIFICATION_REFUSED));
            run.remove(DriverStepKind.RESERVATION);
            assertThat(run.observe().present()).isEmpty();
        }
    }
}
