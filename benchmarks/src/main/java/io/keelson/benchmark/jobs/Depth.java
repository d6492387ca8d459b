package io.keelson.benchmark.jobs;

import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;

/** What a million waiting jobs cost: the rate at which jobs end, the heap of the node, and another tenant's patience. */
final class Depth {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int CALLERS = 4;
    private static final int OTHERS = 150;
    private static final double MORE_HEAP_MEBIBYTES = 16;

    private final QueueServer server;
    private final Throughput ours;

    Depth(QueueServer server) {
        this.server = server;
        this.ours = new Throughput(server);
    }

    void measure(Report report) throws Exception {
        server.clear();
        ours.enqueue(FEW * 2, 1);
        double few = ours.process(FEW);
        double heapOfFew = ours.heapMebibytes();
        server.clear();
        ours.enqueue(MANY, CALLERS);
        double many = ours.process(FEW * 5);
        double heapOfMany = ours.heapMebibytes();
        report.add(Figure.of("jobs: ended with 1,000,000 waiting", "%.0f/s".formatted(many))
                .against("with 10,000 waiting %.0f/s".formatted(few))
                .ratio(many / few)
                .goal("0.8 or more", many / few >= 0.8));
        report.add(Figure.of("jobs: heap in use with 1,000,000 waiting", "%.0f MiB".formatted(heapOfMany))
                .against("with 10,000 waiting %.0f MiB".formatted(heapOfFew))
                .ratio(heapOfMany / heapOfFew)
                .goal("flat: 16 MiB more at most", heapOfMany - heapOfFew <= MORE_HEAP_MEBIBYTES));
        server.clear();
        ours.flood(MANY, CALLERS);
        Samples others = new StartLatency(server).ofAnotherTenant(OTHERS);
        report.add(Figure.of("jobs: start behind another tenant's million", others.latencies())
                .goal("p99 50 ms", others.percentile(99) <= 50));
        server.clear();
    }
}
