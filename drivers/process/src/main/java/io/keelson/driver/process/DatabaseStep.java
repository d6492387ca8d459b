package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** Makes role and database. The password is chosen here, once, and rests in one file of the instance's directory only. */
record DatabaseStep(InstanceRecords records, DatabaseServer server, DatabaseAdministration administration)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        records.get(instanceId);
        String password = password(records.directory(instanceId).databasePassword());
        context.progress().report(10, "The password is chosen");
        try {
            administration.make(instanceId, context.operationId(), password, context.progress());
        } catch (SQLException failure) {
            throw DatabaseFailure.of(instanceId, server, failure);
        }
        return StepResult.done(
                "Database %s with a role of the same name is there.".formatted(InstanceDatabase.name(instanceId)));
    }

    // Written before the role is made: a role whose password nobody knows could not be used after a crash.
    private static String password(Path file) throws IOException {
        String kept = PrivateFiles.read(file).orElse("").strip();
        if (!kept.isEmpty()) {
            return kept;
        }
        String chosen = RandomSecret.next();
        PrivateFiles.write(file, chosen);
        return chosen;
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        try {
            administration.remove(instanceId, context.progress());
        } catch (SQLException failure) {
            throw DatabaseFailure.ofRemoval(instanceId, server, failure);
        }
        context.progress().report(90, "The role is gone");
        PrivateFiles.delete(records.directory(instanceId).databasePassword());
        return StepResult.done("Database and role %s are gone.".formatted(InstanceDatabase.name(instanceId)));
    }
}
