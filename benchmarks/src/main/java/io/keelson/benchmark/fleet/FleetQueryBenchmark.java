package io.keelson.benchmark.fleet;

import io.keelson.api.instance.query.InstancePage;
import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.AppNode;
import io.keelson.benchmark.projection.EventWriter;
import io.keelson.benchmark.projection.Projections;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;

/** Every filter and order of {@code instances} on 10,000 projected instances, each against the bare SQL in turn. */
public final class FleetQueryBenchmark implements Benchmark {
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 300;
    private static final int PERCENTILE = 95;
    private static final double GOAL_MILLIS = 50;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (AppNode node = AppNode.start(directory, FleetBeans.class)) {
            // No saga may take the written histories for work to do.
            node.stopProcessors();
            Fleet.write(new EventWriter(node));
            new Projections(node, List.of("fleet-projection")).run();
            node.jdbc().sql("analyze read_model.instance").update();
            for (Search search : Search.all()) {
                measure(node, search, report);
            }
        }
    }

    private static void measure(AppNode node, Search search, Report report) throws Exception {
        QueryGateway queries = node.bean(QueryGateway.class);
        Samples ours = new Samples();
        Samples bare = new Samples();
        long found = 0;
        try (Connection connection = node.connect();
                BareSearch peer = new BareSearch(connection, search)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                Samples ourTimes = round < 0 ? new Samples() : ours;
                Samples bareTimes = round < 0 ? new Samples() : bare;
                long start = System.nanoTime();
                InstancePage page =
                        queries.query(search.query(), InstancePage.class).join();
                ourTimes.addMillisSince(start);
                start = System.nanoTime();
                found = peer.run();
                bareTimes.addMillisSince(start);
                requireSame(search, page.info().totalCount(), found);
            }
        }
        double ourP95 = ours.percentile(PERCENTILE);
        double bareP95 = bare.percentile(PERCENTILE);
        report.add(Figure.of(
                        "fleet-query: %s (%d of %d)".formatted(search.what(), found, Fleet.SIZE),
                        "p95 %.2f ms".formatted(ourP95))
                .against("bare SQL p95 %.2f ms".formatted(bareP95))
                .ratio(ourP95 / bareP95)
                .goal("p95 50 ms or less", ourP95 <= GOAL_MILLIS));
    }

    private static void requireSame(Search search, long ours, long peers) {
        if (ours != peers) {
            throw new IllegalStateException(
                    "Search \"%s\" finds %d, the bare SQL %d.".formatted(search.what(), ours, peers));
        }
    }
}
