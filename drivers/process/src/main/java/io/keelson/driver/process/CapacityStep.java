package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** Checks what is asked for against what this site has. An instance that is not here yet also needs the database server. */
record CapacityStep(InstanceRecords records, DatabaseServer server, DatabaseAdministration administration)
        implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        Specification.requireFits(context.instance());
        UUID instanceId = context.instance().instanceId();
        Path directory = records.directory(instanceId).path();
        MachineCapacity.of(existing(directory)).requireFor(context.instance());
        if (records.find(instanceId).isEmpty()) {
            requireServer(instanceId);
        }
        return StepResult.done("This machine can give what is asked for.");
    }

    private void requireServer(UUID instanceId) throws DriverException {
        try {
            administration.look(instanceId);
        } catch (SQLException failure) {
            throw DatabaseFailure.of(instanceId, server, failure);
        }
    }

    private static Path existing(Path directory) {
        Path place = directory;
        while (!Files.isDirectory(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }
}
