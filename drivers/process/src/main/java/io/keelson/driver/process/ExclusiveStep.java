package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;

/** Lets nobody else, in this process or another, work on the same instance meanwhile. */
record ExclusiveStep(DriverStep step, FileLocks locks) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException, InterruptedException {
        try (FileLocks.Held _ = lock(context)) {
            return step.apply(context);
        }
    }

    @Override
    public StepResult remove(StepContext context) throws DriverException, InterruptedException {
        try (FileLocks.Held _ = lock(context)) {
            return step.remove(context);
        }
    }

    private FileLocks.Held lock(StepContext context) throws DriverException, InterruptedException {
        try {
            return locks.lockInstance(context.instance().instanceId());
        } catch (IOException failure) {
            throw new DriverException(
                    FailureCode.SYSTEM_ERROR,
                    "Instance %s cannot be locked: %s"
                            .formatted(context.instance().instanceId(), failure.getMessage()),
                    failure);
        }
    }
}
