package io.keelson.job.step;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;

/** Maintenance as a step of its own that ends it; taken back, nothing happens, for the step that began it is taken back. */
record EndOfMaintenance(DriverStep maintenance) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException, InterruptedException {
        return maintenance.remove(context);
    }

    @Override
    public StepResult remove(StepContext context) {
        return StepResult.done("There is nothing to take away.");
    }
}
