package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

/** Checks what is asked for and makes the directory; removing it deletes everything that is left in it. */
record ReservationStep(InstanceRecords records, InstanceProcesses processes, ProcessEnding ending)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        Specification.requireFits(spec);
        InstanceDirectory directory = records.directory(spec.instanceId());
        PrivateFiles.makeDirectory(directory.path());
        context.progress().report(50, "The directory is there");
        MachineCapacity.of(directory.path()).requireFor(spec);
        if (records.find(spec.instanceId()).isEmpty()) {
            records.save(new InstanceRecord(
                    spec.instanceId(),
                    context.operationId(),
                    spec.name(),
                    spec.component(),
                    spec.version(),
                    null,
                    false));
        }
        context.progress().report(100, "The directory is marked");
        return StepResult.done("Directory " + directory.path() + " is reserved.");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        InstanceDirectory directory = records.directory(instanceId);
        if (!Files.exists(directory.path())) {
            return StepResult.done("There is no directory.");
        }
        // Whatever still ran would write into the directory while it is deleted.
        ending.end(instanceId, () -> processes.all(instanceId));
        context.progress().report(50, "Nothing runs");
        FileTree.delete(directory.path());
        return StepResult.done("Directory " + directory.path() + " is gone.");
    }
}
