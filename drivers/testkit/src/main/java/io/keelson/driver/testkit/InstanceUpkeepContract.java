package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.Drift;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.OwnedThing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every driver sees of an instance that is there. A test class implements this beside {@link InstanceDriverContract}. */
public interface InstanceUpkeepContract extends InstanceDriverContract {
    @Test
    default void aRunningInstanceIsFoundHealthyAndLookingTwiceChangesNothing() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            assertThat(newDriver().health(spec).worst()).isEqualTo(HealthCheck.Status.PASS);
            HealthReport second = newDriver().health(spec);
            assertThat(second.running()).isTrue();
            assertThat(second.worst()).as(second.toString()).isEqualTo(HealthCheck.Status.PASS);
        }
    }

    @Test
    default void aStoppedWorkloadIsFound() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            run.remove(DriverStepKind.WORKLOAD);
            HealthReport report = newDriver().health(spec);
            assertThat(report.running()).isFalse();
            assertThat(report.worst()).isEqualTo(HealthCheck.Status.FAIL);
            assertThat(kinds(newDriver(), spec, true)).contains(Drift.Kind.WORKLOAD_MISSING);
        }
    }

    @Test
    default void anInstanceThatIsAsItShouldBeHasNoDrift() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            assertThat(newDriver().drift(spec, true)).isEmpty();
            run.remove(DriverStepKind.ACTIVATION);
            run.remove(DriverStepKind.WORKLOAD);
            assertThat(newDriver().drift(spec, false)).isEmpty();
        }
    }

    @Test
    default void aWorkloadThatRunsAlthoughItShouldNotIsFound() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            assertThat(kinds(newDriver(), spec, false)).contains(Drift.Kind.WORKLOAD_UNWANTED);
        }
    }

    @Test
    default void whatIsMadeIsOwnedAndWhatIsRemovedIsNot() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            assertThat(owners(newDriver())).contains(spec.instanceId());
        }
        assertThat(owners(newDriver())).doesNotContain(spec.instanceId());
    }

    private static List<UUID> owners(InstanceDriver driver) throws Exception {
        return driver.owned().stream()
                .map(OwnedThing::instanceId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Drift.Kind> kinds(InstanceDriver driver, InstanceSpec spec, boolean running) throws Exception {
        return driver.drift(spec, running).stream().map(Drift::kind).toList();
    }
}
