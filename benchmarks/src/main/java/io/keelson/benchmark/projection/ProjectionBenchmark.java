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
        Samples bare = new Samples();
        bare.add(bareRate(node));
        add("as they come, JVM just started", EVENTS / fleet.run(), bare, report);
        add("rebuild", rebuild(node, fleet, bare), bare, report);
    }

    private static double rebuild(AppNode node, Projections projections, Samples bare) throws Exception {
        Samples rates = new Samples();
        for (int i = 0; i < REBUILDS; i++) {
            projections.reset();
            rates.add(EVENTS / projections.run());
            bare.add(bareRate(node));
        }
        return rates.median();
    }

    private static double bareRate(AppNode node) throws Exception {
        long start = System.nanoTime();
        int events = BareRead.readAll(node);
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static void add(String what, double rate, Samples bare, Report report) {
        report.add(Figure.of("projection: " + what, "%.0f events/s".formatted(rate))
                .against("bare SELECT %.0f events/s".formatted(bare.median()))
                .ratio(rate / bare.median())
                .goal("10,000 events/s or more", rate >= GOAL));
    }
}
