package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepProgress;
import io.keelson.driver.StepResult;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every driver does with an instance that is there. A test class implements this interface for its driver, beside
 * {@link InstanceDriverContract}.
 */
public interface InstanceLifecycleContract extends InstanceDriverContract {
    @Test
    default void aStoppedWorkloadStartsAgainAndEverythingElseStays() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            run.remove(DriverStepKind.ACTIVATION);
            run.remove(DriverStepKind.WORKLOAD);
            assertThat(run.observe().present())
                    .contains(Part.DATABASE, Part.NETWORK, Part.STORAGE)
                    .doesNotContain(Part.WORKLOAD);
            run.apply(List.of(DriverStepKind.WORKLOAD, DriverStepKind.HEALTH_CHECK, DriverStepKind.ACTIVATION));
            assertThat(run.observe().present()).contains(Part.WORKLOAD);
        }
    }

    @Test
    default void aBackupIsWholeCanBeMadeTwiceAndRemovedTwice() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            StepContext context = backupContext(spec, UUID.randomUUID());
            newDriver().backup().apply(context);
            newDriver().backup().apply(context);
            newDriver().backupCheck().apply(context);
            newDriver().backup().remove(context);
            newDriver().backup().remove(context);
            requireUnusable(newDriver(), context);
        }
    }

    @Test
    default void anUnknownBackupIsRefusedBeforeAnythingIsTouched() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            requireUnusable(newDriver(), backupContext(spec, UUID.randomUUID()));
            assertThat(run.observe().present()).contains(Part.WORKLOAD);
        }
    }

    @Test
    default void aBackupIsPutBackTwiceAndTheInstanceRunsWithIt() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            StepContext context = backupContext(spec, UUID.randomUUID());
            newDriver().backup().apply(context);
            run.remove(DriverStepKind.WORKLOAD);
            newDriver().restoration().apply(context);
            newDriver().restoration().apply(context);
            run.apply(List.of(DriverStepKind.WORKLOAD, DriverStepKind.HEALTH_CHECK));
            newDriver().disposal().apply(context);
            newDriver().disposal().apply(context);
            assertThat(run.observe().present()).contains(Part.WORKLOAD, Part.DATABASE);
            newDriver().backup().remove(context);
        }
    }

    @Test
    default void takingBackARestorationThatNeverWasSucceeds() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            newDriver().restoration().remove(backupContext(spec, UUID.randomUUID()));
            assertThat(run.observe().present()).contains(Part.WORKLOAD, Part.DATABASE);
        }
    }

    @Test
    default void onlyTheNewestBackupsAreKept() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            StepContext old = backupContext(spec, UUID.randomUUID());
            StepContext recent = backupContext(spec, UUID.randomUUID());
            newDriver().backup().apply(old);
            newDriver().backup().apply(recent);
            DriverStep expiry = newDriver().backupExpiry();
            StepContext keepOne =
                    new StepContext(spec, "contract", StepProgress.NONE, Map.of(StepParameter.KEEP_BACKUPS, "1"));
            assertThat(((StepResult.Done) expiry.apply(keepOne)).outputs())
                    .containsEntry("expiredBackups", old.parameters().get(StepParameter.BACKUP_ID));
            expiry.apply(keepOne);
            newDriver().backupCheck().apply(recent);
            requireUnusable(newDriver(), old);
            newDriver().backup().remove(recent);
        }
    }

    private static StepContext backupContext(InstanceSpec spec, UUID backup) {
        return new StepContext(
                spec,
                "operation-of-the-contract",
                StepProgress.NONE,
                Map.of(StepParameter.BACKUP_ID, backup.toString()));
    }

    private static void requireUnusable(InstanceDriver driver, StepContext context) {
        assertThatThrownBy(() -> driver.backupCheck().apply(context))
                .isInstanceOfSatisfying(DriverException.class, failure -> assertThat(failure.code())
                        .isEqualTo(FailureCode.BACKUP_UNUSABLE));
    }
}
