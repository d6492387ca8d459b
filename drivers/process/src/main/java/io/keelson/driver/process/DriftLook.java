package io.keelson.driver.process;

import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares everything that this driver makes of an instance with what it should be. */
record DriftLook(
        InstanceRecords records,
        DocumentDrift documents,
        ReleaseDrift release,
        PlaceDrift place,
        DatabaseDrift database,
        Workloads workloads) {
    List<Drift> look(InstanceSpec spec, boolean running) throws IOException, DriverException {
        UUID id = spec.instanceId();
        Drifts drifts = new Drifts();
        InstanceDirectory directory = records.directory(id);
        database.look(spec, directory, drifts);
        if (Files.isDirectory(directory.path())) {
            place.look(spec, directory, running, drifts);
            release.look(spec, directory, drifts);
            documents.look(spec, directory, drifts);
        } else {
            drifts.add(Drift.Kind.PLACE_MISSING, "Directory %s is gone.".formatted(directory.path()));
        }
        Optional<ProcessEntry> workload = workloads.find(id);
        if (running && workload.isEmpty()) {
            drifts.add(Drift.Kind.WORKLOAD_MISSING, "The workload does not run.");
        } else if (!running && workload.isPresent()) {
            drifts.add(
                    Drift.Kind.WORKLOAD_UNWANTED,
                    "The workload runs as process %d although the instance is suspended."
                            .formatted(workload.get().pid()));
        }
        return drifts.found();
    }
}
