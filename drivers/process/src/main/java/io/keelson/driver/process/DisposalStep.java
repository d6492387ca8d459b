package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** Deletes what a restoration has put aside. */
record DisposalStep(DatabaseServer server, Restoration restoration) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        UUID instanceId = context.instance().instanceId();
        try {
            restoration.discard(instanceId);
        } catch (SQLException failure) {
            throw DatabaseFailure.ofRemoval(instanceId, server, failure);
        }
        return StepResult.done("Nothing is put aside any more.");
    }
}
