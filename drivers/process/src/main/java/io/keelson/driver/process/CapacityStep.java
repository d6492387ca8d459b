package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;

/** Checks what is asked for against what this machine has. */
record CapacityStep(InstanceRecords records) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        Specification.requireFits(context.instance());
        InstanceDirectory directory = records.directory(context.instance().instanceId());
        MachineCapacity.of(directory.path()).requireFor(context.instance());
        return StepResult.done("This machine can give what is asked for.");
    }
}
