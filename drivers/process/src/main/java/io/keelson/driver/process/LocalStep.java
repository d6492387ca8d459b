package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;

/** A step on this machine, which may fail as files fail. */
interface LocalStep {
    StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException;

    /** Steps that make nothing have nothing to take away. */
    default StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        return StepResult.done("There is nothing to take away.");
    }
}
