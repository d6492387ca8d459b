package io.keelson.benchmark;

import io.keelson.benchmark.append.AppendBenchmark;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.fleet.FleetQueryBenchmark;
import io.keelson.benchmark.health.HealthBenchmark;
import io.keelson.benchmark.hop.HopBenchmark;
import io.keelson.benchmark.jobs.JobsBenchmark;
import io.keelson.benchmark.jobs.SteadyBenchmark;
import io.keelson.benchmark.life.DriftBenchmark;
import io.keelson.benchmark.life.FleetBenchmark;
import io.keelson.benchmark.life.RolloutBenchmark;
import io.keelson.benchmark.projection.ProjectionBenchmark;
import io.keelson.benchmark.provisioning.ProvisioningBenchmark;
import io.keelson.benchmark.rollout.RolloutPreviewBenchmark;
import io.keelson.benchmark.start.ColdStartBenchmark;
import io.keelson.benchmark.upgrade.DecisionBenchmark;
import io.keelson.benchmark.upgrade.UpgradeBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Runs the benchmarks that the arguments name, or all of them. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("append", new AppendBenchmark());
        ALL.put("hop", new HopBenchmark());
        ALL.put("jobs", new JobsBenchmark());
        ALL.put("jobs-steady", new SteadyBenchmark());
        ALL.put("projection", new ProjectionBenchmark());
        ALL.put("fleet-query", new FleetQueryBenchmark());
        ALL.put("health", new HealthBenchmark());
        ALL.put("decide", new DecisionBenchmark());
        ALL.put("rollout-preview", new RolloutPreviewBenchmark());
        ALL.put("upgrade", new UpgradeBenchmark());
        ALL.put("provisioning", new ProvisioningBenchmark());
        ALL.put("fleet", new FleetBenchmark());
        ALL.put("rollout", new RolloutBenchmark());
        ALL.put("drift", new DriftBenchmark());
        ALL.put("cold-start", new ColdStartBenchmark());
    }

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        Collection<String> chosen = names.length == 0 ? ALL.keySet() : List.of(names);
        if (!ALL.keySet().containsAll(chosen)) {
            System.err.println("There is no such benchmark among " + Arrays.toString(names) + "; there are "
                    + String.join(", ", ALL.keySet()) + ".");
            System.exit(2);
        }
        Report report = new Report(System.out);
        for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
            if (chosen.contains(benchmark.getKey())) {
                run(benchmark.getKey(), benchmark.getValue(), report);
            }
        }
        report.end();
        // Threads of the frameworks must not keep the JVM alive.
        System.exit(0);
    }

    private static void run(String name, Benchmark benchmark, Report report) throws Exception {
        Path directory = Files.createTempDirectory("keelson-" + name + "-");
        report.begin(name);
        benchmark.run(directory, report);
        // Not after a failure: then its logs are wanted.
        boolean removed = FileSystemUtils.deleteRecursively(directory);
        if (!removed) {
            report.note("%s could not be removed", directory);
        }
    }
}
