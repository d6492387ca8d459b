package io.keelson.benchmark.projection;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.AppNode;
import java.nio.file.Path;
import java.util.List;

/**
 * 100,000 events of provisionings into the projection of the fleet (instances and operations), first as new events by a JVM
 * that has just started, then as rebuilds of the read model.
 */
public final class ProjectionBenchmark implements Benchmark {
    private static final int EVENTS = 100_000;
    private static final int REBUILDS = 3;
    private static final int GOAL = 10_000;
    private static final String FLEET = "fleet-projection";

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (AppNode node = AppNode.start(directory, ProjectionBeans.class)) {
            // No saga may take the written histories for work to do.
            node.stopProcessors();
            EventWriter writer = new EventWriter(node);
            for (int i = 0; i < EVENTS / History.EVENTS; i++) {
                History.write(i, writer);
            }
            writer.flush();
            measure(node, report);
        }
    }

    private static void measure(AppNode node, Report report) throws Exception {
        Projections fleet = new Projections(node, List.of(FLEET));
        Rounds first = new Rounds();
        first.add(EVENTS / fleet.run(), bareRate(node));
        first.report("as they come, JVM just started", report);
        Rounds rebuilds = new Rounds();
        for (int i = 0; i < REBUILDS; i++) {
            fleet.reset();
            rebuilds.add(EVENTS / fleet.run(), bareRate(node));
        }
        rebuilds.report("rebuild", report);
    }

    private static double bareRate(AppNode node) throws Exception {
        long start = System.nanoTime();
        int events = BareRead.readAll(node);
        return events / ((System.nanoTime() - start) / 1e9);
    }

    /** Each run with the bare read that followed it. */
    private static final class Rounds {
        private final Samples rates = new Samples();
        private final Samples bare = new Samples();
        private final Samples ratios = new Samples();

        void add(double rate, double bareRate) {
            rates.add(rate);
            bare.add(bareRate);
            ratios.add(rate / bareRate);
        }

        void report(String what, Report report) {
            report.add(Figure.of("projection: " + what, "%.0f events/s".formatted(rates.median()))
                    .against("bare SELECT %.0f events/s".formatted(bare.median()))
                    .ratio(ratios.median())
                    .goal("10,000 events/s or more", rates.median() >= GOAL));
        }
    }
}
