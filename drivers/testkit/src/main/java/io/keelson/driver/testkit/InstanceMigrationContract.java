package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepProgress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every driver with several sites does with an instance that moves from one to another. */
public interface InstanceMigrationContract extends TestedDriver {
    /** Region of a site that is not the one of {@link #newSpec()}. */
    String otherRegion();

    @Test
    default void aPlaceThatIsBuiltElsewhereAndRemovedAgainDoesNotTouchTheFirst() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun first = new ContractRun(this, spec);
                ContractRun second = new ContractRun(this, spec.withRegion(otherRegion()))) {
            first.applyAll();
            Observation before = first.observe();
            second.applyAll();
            assertThat(second.observe().present()).contains(Part.WORKLOAD, Part.DATABASE);
            assertThat(second.observe().url()).isNotEqualTo(before.url());
            second.removeAll();
            assertThat(second.observe().present()).isEmpty();
            assertThat(first.observe()).isEqualTo(before);
            first.apply(DriverStepKind.HEALTH_CHECK);
        }
    }

    @Test
    default void anInstanceMovesAndNothingOfItIsLeftInItsFirstPlace() throws Exception {
        InstanceSpec spec = newSpec();
        InstanceSpec moved = spec.withRegion(otherRegion());
        try (ContractRun first = new ContractRun(this, spec);
                ContractRun second = new ContractRun(this, moved)) {
            first.applyAll();
            second.apply(DriverStepKind.ENVIRONMENT.before());
            first.remove(List.of(DriverStepKind.ACTIVATION, DriverStepKind.WORKLOAD));
            UUID backup = UUID.randomUUID();
            newDriver().backup().apply(context(spec, backup));
            newDriver().backupCheck().apply(context(moved, backup));
            newDriver().restoration().apply(context(moved, backup));
            newDriver().restoration().apply(context(moved, backup));
            second.apply(DriverStepKind.ENVIRONMENT);
            second.apply(DriverStepKind.ENVIRONMENT.after());
            newDriver().disposal().apply(context(moved, backup));
            first.removeAll();
            newDriver().backup().remove(context(spec, backup));
            assertThat(first.observe().present()).isEmpty();
            assertThat(second.observe().present()).contains(Part.WORKLOAD, Part.DATABASE, Part.ROLE);
            second.apply(DriverStepKind.HEALTH_CHECK);
        }
    }

    private StepContext context(InstanceSpec at, UUID backup) {
        return new StepContext(
                at,
                "operation-of-the-contract",
                StepProgress.NONE,
                Map.of(
                        StepParameter.BACKUP_ID,
                        backup.toString(),
                        StepParameter.BACKUP_REGION,
                        newSpec().region(),
                        StepParameter.BACKUP_PASSING,
                        "true"));
    }
}
