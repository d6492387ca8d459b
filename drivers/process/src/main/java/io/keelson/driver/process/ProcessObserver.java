package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Looks at everything that this driver can have made of an instance. */
record ProcessObserver(
        InstanceRecords records,
        PortReservations ports,
        ControlGroups groups,
        Workloads workloads,
        DatabaseServer server,
        DatabaseAdministration administration) {
    Observation observe(InstanceSpec spec) throws DriverException {
        try {
            return look(spec);
        } catch (SQLException failure) {
            throw DatabaseFailure.of(spec.instanceId(), server, failure);
        } catch (IOException failure) {
            throw FileFailure.of(spec.instanceId(), failure);
        }
    }

    private Observation look(InstanceSpec spec) throws IOException, SQLException {
        UUID id = spec.instanceId();
        InstanceDirectory directory = records.directory(id);
        Set<Part> present = EnumSet.noneOf(Part.class);
        present.addAll(administration.look(id));
        Map<String, String> facts = new TreeMap<>();
        if (present.contains(Part.DATABASE)) {
            facts.put("database", InstanceDatabase.name(id));
        }
        if (Files.exists(directory.path())) {
            present.add(Part.RESERVATION);
            facts.put("directory", directory.path().toString());
        }
        if (Files.exists(directory.data()) || Files.exists(directory.release())) {
            present.add(Part.STORAGE);
        }
        if (!groups.entrances(id).isEmpty()) {
            present.add(Part.COMPUTE);
        }
        Optional<ProcessEntry> workload = workloads.find(id);
        if (workload.isPresent()) {
            present.add(Part.WORKLOAD);
            facts.put("pid", Long.toString(workload.get().pid()));
        }
        OptionalInt port = ports.find(id);
        if (port.isPresent()) {
            present.add(Part.NETWORK);
        }
        return new Observation(present, port.isPresent() ? NetworkStep.url(spec, port.getAsInt()) : null, facts);
    }
}
