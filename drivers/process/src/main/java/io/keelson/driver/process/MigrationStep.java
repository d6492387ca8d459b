package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * Lets the release bring its database up to date. What it did goes with the database. When the database server dies
 * meanwhile, the release's command fails, but it is the server that failed: the step is worth another try.
 */
record MigrationStep(
        InstanceRecords records,
        DatabaseServer server,
        DatabaseAdministration administration,
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
        long start = System.nanoTime();
        try {
            run.run(
                    commands.command(context, workload, MIGRATE, workload.migrate()),
                    InstanceSecrets.of(records.directory(spec.instanceId())),
                    context);
        } catch (DriverException failure) {
            Duration age = serverAge(spec.instanceId());
            boolean asBefore = age.toNanos() > System.nanoTime() - start;
            throw asBefore ? failure : interrupted(spec.instanceId(), failure);
        }
        return StepResult.done("The migrations of the release have run.");
    }

    private Duration serverAge(UUID instanceId) throws DriverException {
        try {
            return administration.serverAge();
        } catch (SQLException unanswered) {
            throw DatabaseFailure.of(instanceId, server, unanswered);
        }
    }

    /** Not the fault of the release: its database went away under it. */
    private DriverException interrupted(UUID instanceId, DriverException failure) {
        return new DriverException(
                FailureCode.DATABASE_UNAVAILABLE,
                "PostgreSQL at %s was started again while instance %s migrated. It is tried again. %s"
                        .formatted(server, instanceId, failure.getMessage()),
                failure);
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        ending.end(instanceId, () -> processes.of(instanceId, MIGRATE));
        return StepResult.done("Nothing migrates.");
    }
}
