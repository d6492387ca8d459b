package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.UUID;

/** Makes the log that will take the workload's output. */
record MonitoringStep(InstanceRecords records) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        records.get(instanceId);
        InstanceDirectory directory = records.directory(instanceId);
        PrivateFiles.makeDirectory(PrivateFiles.parentOf(WorkloadLog.of(directory)));
        PrivateFiles.createIfMissing(WorkloadLog.of(directory));
        context.progress().report(90, "The log is there");
        return StepResult.done("Output goes to %s.".formatted(WorkloadLog.of(directory)));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        WorkloadLog.delete(records.directory(context.instance().instanceId()));
        return StepResult.done("The log is gone.");
    }
}
