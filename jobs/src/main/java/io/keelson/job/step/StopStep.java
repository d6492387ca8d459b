package io.keelson.job.step;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;

/** Takes the workload out of service and stops it; taken back, it runs, answers and is in service again. */
record StopStep(InstanceDriver driver) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException, InterruptedException {
        driver.activation().remove(context);
        return driver.workload().remove(context);
    }

    @Override
    public StepResult remove(StepContext context) throws DriverException, InterruptedException {
        StepResult started = driver.workload().apply(context);
        driver.healthCheck().apply(context);
        driver.activation().apply(context);
        return started;
    }
}
