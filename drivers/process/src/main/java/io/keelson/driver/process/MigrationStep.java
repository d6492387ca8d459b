package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.UUID;

/** Lets the release bring its database up to date. What it did goes with the database. */
record MigrationStep(
        InstanceRecords records,
        ReleaseCommands commands,
        CommandRun run,
        InstanceProcesses processes,
        ProcessEnding ending)
        implements LocalStep {
    private static final String MIGRATE = "migrate";

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        if (workload.migrate().isEmpty()) {
            return new StepResult.NotApplicable("The release brings no migrations.");
        }
        run.run(
                commands.command(context, workload, MIGRATE, workload.migrate()),
                InstanceSecrets.of(records.directory(spec.instanceId())),
                context);
        return StepResult.done("The migrations of the release have run.");
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        ending.end(instanceId, () -> processes.of(instanceId, MIGRATE));
        return StepResult.done("Nothing migrates.");
    }
}
