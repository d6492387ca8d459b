package io.keelson.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.SitedDriver;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepProgress;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InMemoryInstanceDriver;
import io.keelson.driver.testkit.InMemoryWorld;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherPlaceStepTest {
    private final InMemoryWorld here = new InMemoryWorld();
    private final InMemoryWorld there = here.beside();
    private final InstanceDriver driver = new SitedDriver(
            "local", Map.of("local", new InMemoryInstanceDriver(here), "north", new InMemoryInstanceDriver(there)));
    private final InstanceSpec spec = InstanceSpecFixtures.aSpec();

    @Test
    void theOtherPlaceGoesAndTheOneOfTheInstanceStays() throws Exception {
        build(spec);
        build(spec.withRegion("north"));

        new OtherPlaceStep(driver).remove(context("north"));
        new OtherPlaceStep(driver).remove(context("north"));

        assertThat(driver.observe(spec.withRegion("north")).empty()).isTrue();
        assertThat(here.thingsOf(spec.instanceId())).contains(DriverStepKind.WORKLOAD);
    }

    @Test
    void aRegionOfTheSameSiteIsNoOtherPlace() throws Exception {
        build(spec);

        new OtherPlaceStep(driver).remove(context("somewhere"));

        assertThat(here.thingsOf(spec.instanceId())).contains(DriverStepKind.WORKLOAD);
    }

    private void build(InstanceSpec place) throws DriverException, InterruptedException {
        for (DriverStepKind kind : DriverStepKind.inOrder()) {
            kind.of(driver).apply(new StepContext(place, "operation-1", StepProgress.NONE));
        }
    }

    private StepContext context(String other) {
        return new StepContext(spec, "operation-1", StepProgress.NONE, Map.of(StepParameter.OTHER_REGION, other));
    }
}
