package io.keelson.driver.process;

import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;

/** What differs in the place of an instance: its mark, its data, its port, its certificate and its limits. */
record PlaceDrift(
        InstanceRecords records, PortReservations ports, ServerCertificate certificate, ControlGroups groups) {
    void look(InstanceSpec spec, InstanceDirectory directory, boolean running, Drifts drifts)
            throws IOException, DriverException {
        UUID id = spec.instanceId();
        Optional<InstanceRecord> mark = records.find(id);
        if (mark.isEmpty()) {
            drifts.add(Drift.Kind.MARK_CHANGED, "Mark %s is gone or not readable.".formatted(directory.record()));
        } else {
            port(id, mark.get(), drifts);
            if (mark.get().active() != running) {
                drifts.add(
                        Drift.Kind.SERVICE_MARK_CHANGED,
                        "The instance is marked as %s.".formatted(running ? "out of service" : "in service"));
            }
        }
        if (!Files.isDirectory(directory.data())) {
            drifts.add(Drift.Kind.DATA_MISSING, "Data directory %s is gone.".formatted(directory.data()));
        }
        if (spec.tls() && !certificate.isUsable(spec, directory)) {
            drifts.add(
                    Drift.Kind.CERTIFICATE_UNUSABLE,
                    "The certificate in %s is gone, incomplete, not ours, or ends soon.".formatted(directory.tls()));
        }
        groups.difference(id, spec.cpuMillis(), spec.memoryMegabytes())
                .ifPresent(limits -> drifts.add(
                        Drift.Kind.LIMITS_CHANGED,
                        "The limits are %s, not %d thousandths of a core and %d MiB."
                                .formatted(limits, spec.cpuMillis(), spec.memoryMegabytes())));
    }

    private void port(UUID id, InstanceRecord mark, Drifts drifts) throws IOException {
        Integer port = mark.port();
        if (port == null) {
            drifts.add(Drift.Kind.PORT_CHANGED, "The mark names no port any more.");
        } else if (!ports.holds(id, port)) {
            drifts.add(Drift.Kind.PORT_CHANGED, "Port %d is no longer reserved for the instance.".formatted(port));
        }
    }
}
