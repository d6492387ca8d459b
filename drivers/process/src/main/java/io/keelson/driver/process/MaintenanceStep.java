package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Tells the workload, in the document that it reads, that it is in maintenance. */
record MaintenanceStep(InstanceRecords records, InstanceConfigurationFile configuration) implements LocalStep {
    static final String PART = "maintenance";

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        records.get(instanceId);
        configuration.put(records.directory(instanceId).configuration(), Map.of(PART, true));
        return StepResult.done("The workload is told that it is in maintenance.");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        configuration.remove(records.directory(context.instance().instanceId()).configuration(), PART);
        return StepResult.done("The workload is told that its maintenance is over.");
    }
}
