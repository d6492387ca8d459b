package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.InstanceDriver;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How a driver brings an instance about: every step once, twice, again, and seen from outside. */
public interface InstanceBuildingContract extends TestedDriver {
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
}
