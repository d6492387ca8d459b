package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import io.keelson.driver.StepResult;
import java.util.List;

/** Takes one instance through its steps; unless a driver is given, every step is asked of a new one, and closing removes everything. */
final class ContractRun implements AutoCloseable {
    private static final String OPERATION = "operation-of-the-contract";
    private static final int MOST_REPORTS = 100;

    private final TestedDriver tested;
    private final InstanceSpec spec;

    ContractRun(TestedDriver tested, InstanceSpec spec) {
        this.tested = tested;
        this.spec = spec;
    }

    StepResult apply(DriverStepKind kind) throws DriverException, InterruptedException {
        return apply(kind, tested.newDriver());
    }

    StepResult apply(DriverStepKind kind, InstanceDriver driver) throws DriverException, InterruptedException {
        return kind.of(driver).apply(context(StepProgress.NONE));
    }

    StepResult remove(DriverStepKind kind) throws DriverException, InterruptedException {
        return kind.of(tested.newDriver()).remove(context(StepProgress.NONE));
    }

    void apply(List<DriverStepKind> kinds) throws DriverException, InterruptedException {
        for (DriverStepKind kind : kinds) {
            apply(kind);
        }
    }

    void remove(List<DriverStepKind> kinds) throws DriverException, InterruptedException {
        for (DriverStepKind kind : kinds) {
            remove(kind);
        }
    }

    void applyAll() throws DriverException, InterruptedException {
        apply(DriverStepKind.inOrder());
    }

    void removeAll() throws DriverException, InterruptedException {
        remove(DriverStepKind.inReverse());
    }

    /** Crashes at the first, then at the second report, and so on, until the step ends by itself. */
    void applyCrashingEverywhere(DriverStepKind kind) throws DriverException, InterruptedException {
        for (int crashAt = 1; applyCrashingAt(kind, crashAt); crashAt++) {
            assertThat(crashAt).as("reports of %s", kind).isLessThan(MOST_REPORTS);
        }
    }

    /** Returns whether the crash came; otherwise the step ended by itself. */
    boolean applyCrashingAt(DriverStepKind kind, int crashAt) throws DriverException, InterruptedException {
        try {
            kind.of(tested.newDriver()).apply(context(new CrashingProgress(crashAt)));
            return false;
        } catch (ControlPlaneCrash crash) {
            return true;
        }
    }

    void removeCrashingEverywhere(DriverStepKind kind) throws DriverException, InterruptedException {
        for (int crashAt = 1; removeCrashingAt(kind, crashAt); crashAt++) {
            assertThat(crashAt).as("reports of %s", kind).isLessThan(MOST_REPORTS);
        }
    }

    private boolean removeCrashingAt(DriverStepKind kind, int crashAt) throws DriverException, InterruptedException {
        try {
            kind.of(tested.newDriver()).remove(context(new CrashingProgress(crashAt)));
            return false;
        } catch (ControlPlaneCrash crash) {
            return true;
        }
    }

    Observation observe() throws DriverException, InterruptedException {
        return tested.newDriver().observe(spec);
    }

    private StepContext context(StepProgress progress) {
        return new StepContext(spec, OPERATION, progress);
    }

    @Override
    public void close() throws DriverException {
        try {
            removeAll();
            assertThat(observe().present())
                    .as("left behind by %s", spec.instanceId())
                    .isEmpty();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while cleaning up " + spec.instanceId(), interruption);
        }
    }
}
