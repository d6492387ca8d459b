package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reserves a port. */
record NetworkStep(InstanceRecords records, PortReservations ports) implements LocalStep {
    /** Where an instance serves that listens on the port. */
    static String url(InstanceSpec spec, int port) {
        return (spec.tls() ? "https" : "http") + "://127.0.0.1:" + port;
    }

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        InstanceRecord mark = records.get(spec.instanceId());
        int port = ports.reserve(spec.instanceId(), mark.port());
        context.progress().report(50, "A port is reserved");
        records.save(mark.withPort(port));
        context.progress().report(100, "The port is noted");
        return new StepResult.Done("Port %d is reserved.".formatted(port), Map.of(StepResult.URL, url(spec, port)));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException, InterruptedException {
        UUID instanceId = context.instance().instanceId();
        Optional<InstanceRecord> mark = records.find(instanceId);
        if (mark.isPresent()) {
            records.save(mark.get().withPort(null));
        }
        context.progress().report(50, "The port is struck out");
        ports.release(instanceId);
        return StepResult.done("The port is free.");
    }
}
