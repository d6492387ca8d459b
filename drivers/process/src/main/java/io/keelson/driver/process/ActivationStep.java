package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Marks the instance as in service. */
record ActivationStep(InstanceRecords records) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        records.save(records.get(instanceId).withActive(true));
        context.progress().report(90, "The mark is set");
        return StepResult.done("The instance is in service.");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        UUID instanceId = context.instance().instanceId();
        Optional<InstanceRecord> mark = records.find(instanceId);
        if (mark.isPresent()) {
            records.save(mark.get().withActive(false));
        }
        return StepResult.done("The instance is out of service.");
    }
}
