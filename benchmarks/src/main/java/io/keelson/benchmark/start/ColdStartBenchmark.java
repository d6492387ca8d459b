package io.keelson.benchmark.start;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.JarNode;
import java.io.IOException;
import java.nio.file.Path;

/** From the start of the jar to its first answered query, on a new home and on one that is there, and its memory then. */
public final class ColdStartBenchmark implements Benchmark {
    private static final int STARTS = 5;
    private static final String QUERY = "{ instances(first: 1) { totalCount } }";

    @Override
    public void run(Path directory, Report report) throws Exception {
        Path home = directory.resolve("home");
        Path bareHome = directory.resolve("bare");
        double bareFirst = BareProcess.start(bareHome);
        double first = start(home, new Samples(), report);
        report.add(Figure.of("cold start: first start, with initdb", "%.0f ms".formatted(first))
                .against("bare JVM and database %.0f ms".formatted(bareFirst))
                .ratio(first / bareFirst));

        Samples ours = new Samples();
        Samples bare = new Samples();
        Samples memory = new Samples();
        for (int i = 0; i < STARTS; i++) {
            bare.add(BareProcess.start(bareHome));
            ours.add(start(home, memory, report));
        }
        report.add(Figure.of("cold start: to the first answered query", "%.0f ms".formatted(ours.median()))
                .against("bare JVM and database %.0f ms".formatted(bare.median()))
                .ratio(ours.median() / bare.median()));
        report.add(Figure.of("cold start: resident memory of the JVM then", "%.0f MiB".formatted(memory.median())));
    }

    private static double start(Path home, Samples memory, Report report) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (JarNode node = JarNode.start(home)) {
            node.awaitAnswer(QUERY);
            double millis = (System.nanoTime() - begin) / 1e6;
            double mebibytes = node.residentMebibytes();
            memory.add(mebibytes);
            report.note("start %.0f ms, %.0f MiB", millis, mebibytes);
            return millis;
        }
    }
}
