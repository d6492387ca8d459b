package io.keelson.benchmark.hop;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.AppNode;
import java.nio.file.Path;

/**
 * From a committed event to the handler's own commit: on the node that published it, then on a second node with its
 * own pool and threads. The nodes are otherwise idle.
 */
public final class HopBenchmark implements Benchmark {
    private static final int WARM_UP = 300;
    private static final int SAMPLES = 300;
    private static final long PAUSE_MILLIS = 20;
    private static final int ONE_NODE_MILLIS = 10;
    private static final int TWO_NODES_MILLIS = 50;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (AppNode first = AppNode.start(directory.resolve("1"), HopBeans.class, node("first"))) {
            Arrivals.make(first.jdbc());
            try (BareHop bare = new BareHop(first)) {
                measure("one node", first, first, bare, 0, ONE_NODE_MILLIS, report);
                try (AppNode second = first.sibling(directory.resolve("2"), HopBeans.class, node("second"))) {
                    measure("a second node", first, second, bare, WARM_UP + SAMPLES, TWO_NODES_MILLIS, report);
                }
            }
        }
    }

    private static void measure(
            String where, AppNode from, AppNode to, BareHop bare, int firstNumber, int goalMillis, Report report)
            throws Exception {
        Publisher publisher = new Publisher(from);
        HopHandler handler = to.bean(HopHandler.class);
        // A second node catches up with the first one's history; that is no hop.
        Thread.sleep(1000);
        handler.forget();
        Samples hops = new Samples();
        Samples limit = new Samples();
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            Samples unused = new Samples();
            boolean counts = i >= WARM_UP;
            handler.await(publisher.publish(firstNumber + i), counts ? hops : unused);
            Thread.sleep(PAUSE_MILLIS);
            bare.take(firstNumber + i, counts ? limit : unused);
            Thread.sleep(PAUSE_MILLIS);
        }
        report.add(Figure.of("hop: event to the handler's commit, " + where, hops.latencies())
                .against("bare LISTEN " + limit.latencies())
                .ratio(hops.median() / limit.median())
                .goal("p99 %d ms".formatted(goalMillis), hops.percentile(99) <= goalMillis));
    }

    private static String node(String name) {
        return "--%s=%s".formatted(HopBeans.NODE, name);
    }
}
