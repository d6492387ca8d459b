package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a driver refuses, leaving nothing behind. */
public interface InstanceRefusalContract extends TestedDriver {
    @Test
    default void aReleaseThatHasNothingForTheDriverIsRefused() throws Exception {
        refuses(InstanceSpecFixtures.withoutWorkload(newSpec()));
    }

    @Test
    default void aRegionOutsideTheDataResidencyIsRefused() throws Exception {
        refuses(InstanceSpecFixtures.withDataResidency(newSpec(), List.of("elsewhere")));
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
