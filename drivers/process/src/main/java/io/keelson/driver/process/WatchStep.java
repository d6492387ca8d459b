package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepParameter;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Calls the health path and the smoke paths for a while, and fails when too many answers are errors or come too late
 * (requirement PF-1, 10.3), its own or, as its metrics path says, anybody's.
 */
record WatchStep(InstanceRecords records, Workloads workloads, WorkloadExit exit, HttpProbe probe, MetricsProbe metrics)
        implements LocalStep {
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException, InterruptedException {
        InstanceSpec spec = context.instance();
        ProcessWorkload workload = Specification.workload(spec);
        long seconds = Long.parseLong(context.required(StepParameter.WATCH_SECONDS));
        String url = NetworkStep.url(spec, records.port(spec.instanceId()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        WatchedAnswers answers = new WatchedAnswers();
        Optional<RequestCounts> before = counts(url, workload);
        long begin = System.nanoTime();
        do {
            if (workloads.find(spec.instanceId()).isEmpty()) {
                throw exit.describe(spec);
            }
            answers.health(ask(url + workload.healthPath(), answers));
            for (String path : workload.smokePaths()) {
                answers.page(ask(url + path, answers));
            }
            if (answers.isHopeless()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } while (System.nanoTime() - end < 0);
        double took = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        Optional<RequestCounts> after = counts(url, workload);
        if (before.isPresent() && after.isPresent()) {
            answers.told(RequestFigures.between(before.get(), after.get(), took), took);
        }
        String objection = answers.objection();
        if (objection != null) {
            throw new DriverException(
                    FailureCode.WATCH_FAILED,
                    "Instance %s does not do well on %s %s: %s."
                            .formatted(spec.instanceId(), spec.component(), spec.version(), objection));
        }
        return StepResult.done(answers.summary());
    }

    /** Empty when the workload tells nothing; what keeps it from telling is the health check's business. */
    private Optional<RequestCounts> counts(String url, ProcessWorkload release)
            throws IOException, InterruptedException {
        String path = release.metricsPath();
        return path != null && metrics.ask(url, release, path) instanceof MetricsProbe.Seen.Told told
                ? told.counts()
                : Optional.empty();
    }

    private boolean ask(String address, WatchedAnswers answers) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpAnswer answer = probe.get(URI.create(address), LONGEST_REQUEST);
        answers.took(System.nanoTime() - begin);
        return answer.isWithin(200, 400);
    }
}
