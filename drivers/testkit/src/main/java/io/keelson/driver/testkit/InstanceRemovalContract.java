package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a driver takes an instance away, however much of it is there. */
public interface InstanceRemovalContract extends TestedDriver {
    @Test
    default void removingEveryStepInReverseLeavesNothing() throws Exception {
        try (ContractRun run = new ContractRun(this, newSpec())) {
            run.applyAll();
            run.removeAll();
            assertThat(run.observe()).isEqualTo(new Observation(Set.of(), null, Map.of()));
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
}
