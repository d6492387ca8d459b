package io.keelson.benchmark.provisioning;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.JarNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From the mutation to an active sample, one after the other, in turns with what the sample takes by hand; then fifty
 * at once.
 */
public final class ProvisioningBenchmark implements Benchmark {
    /** Before that, the JVM still interprets much of a step, and a control plane runs for long. */
    private static final int WARM_UP = Integer.getInteger("keelson.bench.warm-up-shops", 20);

    private static final int SAMPLES = 10;
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double GOAL_MILLIS = 5000;
    private static final double GOAL_OURS_MILLIS = 500;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (JarNode node = JarNode.start(directory)) {
            node.awaitAnswer("{ versions (first: 1) { totalCount } }");
            Shops shops = new Shops(node.client());
            // The sample's releases are made known after the first query can be answered.
            Thread.sleep(2000);
            List<String> instances = oneByOne(node, shops, report);
            Crowd crowd = new Crowd(shops);
            report.note("terminated %d, left behind %s", crowd.terminate(instances, report), Leftovers.of(node));
            crowd.measure(node, report);
        }
    }

    private static List<String> oneByOne(JarNode node, Shops shops, Report report) throws Exception {
        BareWorkload bare = new BareWorkload(node);
        List<String> instances = new ArrayList<>();
        List<String> measured = new ArrayList<>();
        Samples total = new Samples();
        Samples ours = new Samples();
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            long start = System.nanoTime();
            Shops.Work work = shops.provision("shop-" + i);
            shops.watchUntilActive(work, PATIENCE);
            double millis = (System.nanoTime() - start) / 1e6;
            String state = shops.awaitEnd(work.operationId(), LOOK, PATIENCE);
            double byHand = bare.run();
            report.note("%s: %.0f ms, by hand %.0f ms, %s", work.instanceId(), millis, byHand, state);
            if (i >= WARM_UP) {
                measured.add(work.operationId());
                total.add(millis);
                ours.add(millis - byHand);
            }
            instances.add(work.instanceId());
        }
        StepTimes.report(node, measured, report);
        String byHand = "by hand %.0f ms".formatted(total.median() - ours.median());
        report.note(
                "by hand: CREATE DATABASE %.0f ms, migrate %.0f ms, start to healthy %.0f ms",
                bare.createDatabase.median(), bare.migrate.median(), bare.start.median());
        report.add(Figure.of("provisioning: mutation to ACTIVE, p50", "%.0f ms".formatted(total.median()))
                .against(byHand)
                .ratio(total.median() / (total.median() - ours.median()))
                .goal("5 s", total.median() <= GOAL_MILLIS));
        report.add(Figure.of("provisioning: the part that is ours, p50", "%.0f ms".formatted(ours.median()))
                .goal("500 ms", ours.median() <= GOAL_OURS_MILLIS));
        return instances;
    }
}
