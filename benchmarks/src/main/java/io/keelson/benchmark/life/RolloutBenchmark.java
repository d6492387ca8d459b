package io.keelson.benchmark.life;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.node.JarNode;
import io.keelson.postgres.PostgresAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A rollout over fifty real instances, one of which cannot take the release. None may fail, so it must stop there with exactly
 * one failure; a person lets it go on, and everybody else must have the release, and all must serve.
 */
public final class RolloutBenchmark implements Benchmark {
    private static final int SIZE = Integer.getInteger("keelson.bench.fleet", 50);
    private static final int CONCURRENCY = 4;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (JarNode node = JarNode.start(directory.resolve("home"))) {
            node.awaitReady();
            Fleet fleet = new Fleet(node.client());
            fleet.provision(SIZE).forEach(failure -> report.note("%s", failure));
            FleetRollout rollout = new FleetRollout(node.client(), CONCURRENCY, 0);
            List<String> turns = rollout.turns();
            spoil(node.database(), turns.get(SIZE / 2));

            long start = System.nanoTime();
            rollout.start();
            JsonNode stopped = rollout.settled();
            rollout.restart();
            JsonNode done = rollout.settled();
            double seconds = (System.nanoTime() - start) / 1e9;

            int failed = stopped.at("/counts/failed").asInt();
            int begun = SIZE - stopped.at("/counts/pending").asInt();
            boolean exact = stopped.path("state").asString().equals("STOPPED")
                    && failed == 1
                    && begun <= SIZE / 2 + CONCURRENCY;
            report.add(Figure.of("rollout: failures when it stopped, of 0 that may", "%d".formatted(failed))
                    .against("%d of %d had begun, %d at once".formatted(begun, SIZE, rollout.mostAtOnce()))
                    .goal("exactly the one that stops it, none begun after it", exact));
            int succeeded = done.at("/counts/succeeded").asInt();
            report.add(Figure.of("rollout: upgraded in the end", "%d of %d".formatted(succeeded, SIZE))
                    .against(done.path("state").asString())
                    .goal("all but the bad one", succeeded == SIZE - 1));
            report.add(Figure.of("rollout: at most at once", "%d".formatted(rollout.mostAtOnce()))
                    .goal("at most %d".formatted(CONCURRENCY), rollout.mostAtOnce() <= CONCURRENCY));
            int serving = fleet.serving();
            report.add(Figure.of("rollout: serving after it", "%d of %d".formatted(serving, SIZE))
                    .goal("all", serving == SIZE));
            report.note("the whole rollout took %.1f s, %.2f s for each instance", seconds, seconds / SIZE);
            fleet.operate(Deed.TERMINATE).forEach(failure -> report.note("%s", failure));
        }
    }

    /** The migration of the release meets a column that should not be there. */
    private static void spoil(PostgresAddress server, String instance) throws SQLException {
        String database =
                "keelson_" + instance.substring(instance.indexOf(':') + 1).replace("-", "");
        String url = "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), database);
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table products add column description text");
        }
    }
}
