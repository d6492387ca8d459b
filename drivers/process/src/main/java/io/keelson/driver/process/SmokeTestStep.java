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

/** Calls every smoke path once; each must answer with 2xx or 3xx. */
record SmokeTestStep(InstanceRecords records, Workloads workloads, WorkloadExit exit, HttpProbe probe)
        implements LocalStep {
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        if (workload.smokePaths().isEmpty()) {
            return new StepResult.NotApplicable("The release names no smoke paths.");
        }
        String url = NetworkStep.url(spec, records.port(spec.instanceId()));
        for (String path : workload.smokePaths()) {
            context.progress().report(50, "Calling " + path);
            if (workloads.find(spec.instanceId()).isEmpty()) {
                throw exit.describe(spec);
            }
            HttpAnswer answer = probe.get(URI.create(url + path), LONGEST_REQUEST);
            if (!answer.isWithin(200, 400)) {
                throw new DriverException(
                        FailureCode.SMOKE_TEST_FAILED,
                        "GET %s of instance %s should answer with 2xx or 3xx; the answer was: %s."
                                .formatted(
                                        path,
                                        spec.instanceId(),
                                        InstanceSecrets.of(records.directory(spec.instanceId()))
                                                .mask(answer.describe())));
            }
        }
        return StepResult.done(
                "All %d smoke paths answered.".formatted(workload.smokePaths().size()));
    }
}
