package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks the health path until it answers with 2xx, as long as the workload lives and the time lasts. */
record HealthCheckStep(InstanceRecords records, Workloads workloads, WorkloadExit exit, HttpProbe probe)
        implements LocalStep {
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        URI address = URI.create(NetworkStep.url(spec, records.port(spec.instanceId())) + workload.healthPath());
        long begin = System.nanoTime();
        Duration limit = workload.healthTimeout();
        long pause = FIRST_PAUSE_MILLIS;
        context.progress().report(10, "Waiting for " + workload.healthPath());
        while (true) {
            if (workloads.find(spec.instanceId()).isEmpty()) {
                throw exit.describe(spec);
            }
            HttpAnswer answer = probe.get(address, shorter(LONGEST_REQUEST, left(begin, limit)));
            if (answer.isWithin(200, 300)) {
                return StepResult.done("GET %s answered with %s after %d ms."
                        .formatted(
                                workload.healthPath(),
                                status(answer),
                                elapsed(begin).toMillis()));
            }
            if (left(begin, limit).compareTo(Duration.ofMillis(pause)) <= 0) {
                throw unhealthy(spec, workload, answer);
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private DriverException unhealthy(InstanceSpec spec, ProcessWorkload workload, HttpAnswer last) throws IOException {
        return new DriverException(
                FailureCode.HEALTH_CHECK_FAILED,
                "GET %s of instance %s did not answer with 2xx within %d s; the last answer was: %s."
                        .formatted(
                                workload.healthPath(),
                                spec.instanceId(),
                                workload.healthTimeout().toSeconds(),
                                InstanceSecrets.of(records.directory(spec.instanceId()))
                                        .mask(last.describe())));
    }

    private static String status(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Answered answered ? Integer.toString(answered.status()) : "nothing";
    }

    private static Duration elapsed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration left(long begin, Duration limit) {
        Duration left = limit.minus(elapsed(begin));
        return left.isNegative() ? Duration.ofMillis(1) : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
