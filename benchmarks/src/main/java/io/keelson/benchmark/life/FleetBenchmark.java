package io.keelson.benchmark.life;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.node.JarNode;
import io.keelson.postgres.EmbeddedPostgres;
import io.keelson.postgres.PostgresAddress;
import io.keelson.postgres.PostgresSettings;
import java.nio.file.Path;
import java.util.List;

/** Fifty real instances of the sample alive at once, and every operation on each of them. */
public final class FleetBenchmark implements Benchmark {
    private static final int SIZE = Integer.getInteger("keelson.bench.fleet", 50);

    @Override
    public void run(Path directory, Report report) throws Exception {
        Path home = directory.resolve("home");
        try (EmbeddedPostgres north = EmbeddedPostgres.start(PostgresSettings.in(directory.resolve("north")));
                JarNode node = JarNode.start(home, site(north.address()))) {
            node.awaitAnswer("{ versions (first: 1) { totalCount } }");
            // The sample's releases are made known after the first query can be answered.
            Thread.sleep(2000);
            Fleet fleet = new Fleet(node.client());
            long start = System.nanoTime();
            add(report, "provision", fleet.provision(SIZE), start);
            int serving = fleet.serving();
            report.add(Figure.of("fleet: alive at once", "%d of %d serve".formatted(serving, SIZE))
                    .goal("all serve", serving == SIZE));
            for (Deed deed : Deed.values()) {
                start = System.nanoTime();
                add(report, deed.name(), fleet.operate(deed), start);
                if (deed == Deed.MIGRATE) {
                    int moved = fleet.serving();
                    report.note("after all of it %d of %d serve", moved, SIZE);
                }
            }
            List<String> left = Leftovers.of(home, node.database(), north.address());
            report.add(Figure.of("fleet: left behind", left.size() + " things").goal("nothing", left.isEmpty()));
            left.forEach(thing -> report.note("left behind: %s", thing));
        }
    }

    private static void add(Report report, String what, List<String> failures, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        report.add(Figure.of(
                        "fleet: %s x %d".formatted(what.toLowerCase(java.util.Locale.ROOT), SIZE),
                        "%.1f s, %d failures".formatted(seconds, failures.size()))
                .against("%.2f s each".formatted(seconds / SIZE))
                .goal("no failure", failures.isEmpty()));
        failures.forEach(failure -> report.note("%s", failure));
    }

    private static String[] site(PostgresAddress server) {
        String prefix = "--keelson.process-driver.sites.north.";
        return new String[] {
            prefix + "first-port=30000",
            prefix + "last-port=30999",
            prefix + "database.host=" + server.host(),
            prefix + "database.port=" + server.port(),
            prefix + "database.user=" + server.user(),
            prefix + "database.password=" + server.password(),
            prefix + "database.maintenance-database=" + server.database()
        };
    }
}
