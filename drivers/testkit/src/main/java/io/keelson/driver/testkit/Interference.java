package io.keelson.driver.testkit;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;

/** What a test makes happen inside a step of the in-memory driver, before the step has any effect. */
@FunctionalInterface
public interface Interference {
    /** Happens; returning lets the step go on. */
    void happen(StepContext context) throws DriverException, InterruptedException;

    /** Lets the step fail. */
    static Interference failure(FailureCode code) {
        return context -> {
            throw new DriverException(
                    code, "Instance " + context.instance().instanceId() + " fails with " + code + " as scripted.");
        };
    }

    /** Lets the step hang until it is interrupted. */
    static Interference hang() {
        return context -> Thread.sleep(Long.MAX_VALUE);
    }
}
