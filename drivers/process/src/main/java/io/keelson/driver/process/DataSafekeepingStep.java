package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Puts database and data aside and leaves copies in their place. The copies are complete before anything changes places, so
 * after a crash at any point either the originals are in their place or both are whole. The workload must not run.
 */
record DataSafekeepingStep(
        InstanceRecords records, DatabaseServer server, DatabaseAdministration administration, Restoration restoration)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        records.get(instanceId);
        try {
            if (!restoration.isDone(instanceId, context.operationId())) {
                putAside(instanceId, context);
            }
        } catch (SQLException failure) {
            throw DatabaseFailure.of(instanceId, server, failure);
        }
        return StepResult.done("Database and data are put aside; what follows works on copies.");
    }

    private void putAside(UUID instanceId, StepContext context) throws IOException, SQLException {
        boolean begun = restoration.belongsTo(instanceId, context.operationId());
        restoration.begin(instanceId, context.operationId());
        context.progress().report(5, "The safekeeping is marked");
        if (!begun || !administration.isSwapped(instanceId)) {
            administration.copyToIncoming(instanceId, context.operationId());
            context.progress().report(50, "The database is copied");
            InstanceDirectory directory = records.directory(instanceId);
            FileTree.delete(directory.dataIncoming());
            FileTree.copy(directory.data(), directory.dataIncoming());
            context.progress().report(90, "The data is copied");
        }
        restoration.swap(instanceId);
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        if (!restoration.belongsTo(instanceId, context.operationId())) {
            return StepResult.done("Nothing was put aside.");
        }
        try {
            restoration.swapBack(instanceId);
        } catch (SQLException failure) {
            throw DatabaseFailure.ofRemoval(instanceId, server, failure);
        }
        return StepResult.done("Database and data are as they were before.");
    }
}
