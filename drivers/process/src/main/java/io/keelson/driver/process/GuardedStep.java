package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/** Gives failures of files and of stored documents their code. */
record GuardedStep(LocalStep step) implements DriverStep {
    @Override
    public StepResult apply(StepContext context) throws DriverException, InterruptedException {
        try {
            return step.apply(context);
        } catch (IOException failure) {
            throw FileFailure.of(context.instance().instanceId(), failure);
        } catch (JacksonException failure) {
            throw unreadable(context.instance().instanceId(), failure);
        }
    }

    @Override
    public StepResult remove(StepContext context) throws DriverException, InterruptedException {
        try {
            return step.remove(context);
        } catch (IOException failure) {
            throw FileFailure.ofRemoval(context.instance().instanceId(), failure);
        } catch (JacksonException failure) {
            throw unreadable(context.instance().instanceId(), failure);
        }
    }

    // The message of the parser may quote the document, which may hold a secret.
    private static DriverException unreadable(UUID instanceId, JacksonException failure) {
        return new DriverException(
                FailureCode.SYSTEM_ERROR,
                "A document in the directory of instance %s cannot be read or written (%s)."
                        .formatted(instanceId, failure.getClass().getSimpleName()));
    }
}
