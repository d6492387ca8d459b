package io.keelson.job.step;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.util.List;

/**
 * Everything that an instance has in another region: of a migration the old place, of a termination what a migration has left
 * behind. It is only ever removed, and with it the snapshot that has carried the instance from there.
 */
record OtherPlaceStep(InstanceDriver driver) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) {
        return new StepResult.NotApplicable("A second place is only ever removed.");
    }

    @Override
    public StepResult remove(StepContext context) throws DriverException, InterruptedException {
        String region = context.required(StepParameter.OTHER_REGION);
        StepContext there = new StepContext(
                context.instance().withRegion(region), context.operationId(), context.progress(), context.parameters());
        if (driver.sites()
                .of(region)
                .equals(driver.sites().of(context.instance().region()))) {
            return StepResult.done("Region %s is served by the same site; there is no other place.".formatted(region));
        }
        for (DriverStep step : latestFirst()) {
            step.remove(there);
        }
        if (context.parameters().containsKey(StepParameter.BACKUP_PASSING)) {
            driver.backup().remove(there);
        }
        return StepResult.done("Nothing is left in region %s.".formatted(region));
    }

    private List<DriverStep> latestFirst() {
        return List.of(
                driver.activation(),
                driver.workload(),
                driver.monitoring(),
                driver.residency(),
                driver.capabilities(),
                driver.suites(),
                driver.certificate(),
                driver.environment(),
                driver.migration(),
                driver.deployment(),
                driver.storage(),
                driver.network(),
                driver.database(),
                driver.compute(),
                driver.reservation());
    }
}
