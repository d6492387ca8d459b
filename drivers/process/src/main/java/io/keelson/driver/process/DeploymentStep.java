package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import io.keelson.driver.WorkloadFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** Brings the files of the release and lets it prepare itself. */
record DeploymentStep(
        InstanceRecords records,
        ReleaseCommands commands,
        CommandRun run,
        InstanceProcesses processes,
        ProcessEnding ending)
        implements LocalStep {
    private static final String PREPARE = "prepare";

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        records.get(spec.instanceId());
        InstanceDirectory directory = records.directory(spec.instanceId());
        Path release = directory.release();
        PrivateFiles.makeDirectory(release);
        context.progress().report(5, "Files are copied");
        for (WorkloadFile file : workload.files()) {
            ReleaseFiles.copy(spec, file, release);
        }
        context.progress().report(20, "Files are there");
        if (!workload.prepare().isEmpty()) {
            run.run(
                    commands.command(context, workload, PREPARE, workload.prepare()),
                    InstanceSecrets.of(directory),
                    context);
        }
        return StepResult.done("%d files are in place%s."
                .formatted(workload.files().size(), workload.prepare().isEmpty() ? "" : " and prepared"));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        ending.end(instanceId, () -> processes.of(instanceId, PREPARE));
        context.progress().report(30, "Nothing prepares");
        FileTree.delete(records.directory(instanceId).release());
        return StepResult.done("The files are gone.");
    }
}
