package io.keelson.driver.process;

import io.keelson.driver.HealthArea;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthCheck.Status;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the health path once, and tells from the answer how API and network are. */
record ApiLook(InstanceRecords records, HttpProbe probe, ProbeRecord outcomes) {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofSeconds(1);

    /**
     * What the answer says.
     *
     * @param errorRate share of the last probes that were no success
     * @param latencyMillis null when there was no answer
     */
    record Seen(
            List<HealthCheck> checks,
            @Nullable Double errorRate,
            @Nullable Double latencyMillis) {}

    Seen look(InstanceSpec spec, ProcessWorkload release, @Nullable Integer port, boolean running)
            throws IOException, InterruptedException {
        if (port == null || !running) {
            return nobodyToAsk(spec, port);
        }
        URI address = URI.create(NetworkStep.url(spec, port) + release.healthPath());
        long begin = System.nanoTime();
        HttpAnswer answer = probe.get(address, LIMIT);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        boolean good = answer.isWithin(200, 300);
        double errorRate = outcomes.note(spec.instanceId(), !good);
        if (answer instanceof HttpAnswer.Answered answered) {
            return new Seen(
                    List.of(api(release, answered, took, good), listening(port, took)),
                    errorRate,
                    took.toNanos() / 1e6);
        }
        String words = InstanceSecrets.of(records.directory(spec.instanceId())).mask(answer.describe());
        return new Seen(
                List.of(
                        new HealthCheck(
                                HealthArea.API,
                                Status.FAIL,
                                took,
                                "GET %s: %s.".formatted(release.healthPath(), words)),
                        new HealthCheck(HealthArea.NETWORK, Status.FAIL, took, "Port %d: %s.".formatted(port, words))),
                errorRate,
                null);
    }

    private Seen nobodyToAsk(InstanceSpec spec, @Nullable Integer port) {
        HealthCheck network = port == null
                ? new HealthCheck(HealthArea.NETWORK, Status.FAIL, "No port is reserved.")
                : new HealthCheck(HealthArea.NETWORK, Status.WARN, "Nobody listens on port %d.".formatted(port));
        return new Seen(
                List.of(new HealthCheck(HealthArea.API, Status.FAIL, "There is nobody to ask."), network),
                outcomes.note(spec.instanceId(), true),
                null);
    }

    private static HealthCheck api(ProcessWorkload release, HttpAnswer.Answered answer, Duration took, boolean good) {
        Status status = !good ? Status.FAIL : took.compareTo(SLOW) > 0 ? Status.WARN : Status.PASS;
        return new HealthCheck(
                HealthArea.API,
                status,
                took,
                "GET %s answered with status %d after %d ms."
                        .formatted(release.healthPath(), answer.status(), took.toMillis()));
    }

    private static HealthCheck listening(int port, Duration took) {
        return new HealthCheck(HealthArea.NETWORK, Status.PASS, took, "Port %d answers.".formatted(port));
    }
}
