package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;

/** Makes the directory for what the workload keeps. */
record StorageStep(InstanceRecords records) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        records.get(spec.instanceId());
        InstanceDirectory directory = records.directory(spec.instanceId());
        PrivateFiles.makeDirectory(directory.data());
        context.progress().report(90, "The data directory is there");
        return StepResult.done("Data directory %s is there; its limit of %d MiB is not enforced by this driver."
                .formatted(directory.data(), spec.storageMegabytes()));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        InstanceDirectory directory = records.directory(context.instance().instanceId());
        FileTree.delete(directory.data());
        return StepResult.done("The data directory is gone.");
    }
}
