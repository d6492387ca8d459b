package io.keelson.benchmark.upgrade;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.JarNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The sample from 1.0.0 to 1.1.0 with its backup, and to 1.2.0, whose health check fails. What the sample itself takes to
 * migrate, start and answer is the peer: nobody can upgrade it with less.
 */
public final class UpgradeBenchmark implements Benchmark {
    private static final int WARM_UP = 2;
    private static final int SAMPLES = 5;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double GOAL_MILLIS = 10_000;
    private static final double GOAL_SILENT_MILLIS = 3_000;
    private static final double GOAL_BACK_MILLIS = 20_000;
    private static final Set<String> OF_THE_SAMPLE = Set.of("MIGRATE", "START", "HEALTH_CHECK");

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (JarNode node = JarNode.start(directory)) {
            node.awaitAnswer("{ versions (first: 1) { totalCount } }");
            // The sample's releases are made known after the first query can be answered.
            Thread.sleep(2000);
            UpgradedShops shops = new UpgradedShops(node.client(), LOOK, PATIENCE);
            Samples total = new Samples();
            Samples silent = new Samples();
            Samples sample = new Samples();
            Samples back = new Samples();
            for (int i = 0; i < WARM_UP + SAMPLES; i++) {
                String shop = shops.provision("shop-" + i);
                Silence silence = Silence.of(URI.create(shops.url(shop) + "/version"));
                long start = System.nanoTime();
                JsonNode upgrade = shops.upgrade(shop, "1.1.0");
                double millis = (System.nanoTime() - start) / 1e6;
                double unanswered = silence.endMillis();
                JsonNode bad = shops.upgrade(shop, "1.2.0");
                double taken = millisAfterFailure(bad);
                report.note(
                        "%s: %s in %.0f ms, silent %.0f ms; the bad one %s %.0f ms after its failure",
                        shop, state(upgrade), millis, unanswered, state(bad), taken);
                if (i >= WARM_UP) {
                    total.add(millis);
                    silent.add(unanswered);
                    sample.add(ofTheSample(upgrade));
                    back.add(taken);
                }
                shops.terminate(shop);
            }
            String peer = "the sample's own %.0f ms".formatted(sample.median());
            report.add(Figure.of("upgrade: mutation to done, with backup, p50", "%.0f ms".formatted(total.median()))
                    .against(peer)
                    .ratio(total.median() / sample.median())
                    .goal("10 s or less", total.median() <= GOAL_MILLIS));
            report.add(Figure.of("upgrade: without an answer, p50", "%.0f ms".formatted(silent.median()))
                    .against(peer)
                    .ratio(silent.median() / sample.median())
                    .goal("3 s or less", silent.median() <= GOAL_SILENT_MILLIS));
            report.add(Figure.of("upgrade: failure seen to taken back, p50", "%.0f ms".formatted(back.median()))
                    .goal("20 s or less", back.median() <= GOAL_BACK_MILLIS));
        }
    }

    private static String state(JsonNode operation) {
        return operation.path("state").asString();
    }

    private static double ofTheSample(JsonNode operation) {
        return operation
                .path("steps")
                .valueStream()
                .filter(step -> OF_THE_SAMPLE.contains(step.path("name").asString()))
                .mapToDouble(step -> millis(step.path("startedAt"), step.path("finishedAt")))
                .sum();
    }

    private static double millisAfterFailure(JsonNode operation) {
        JsonNode seen = operation
                .path("steps")
                .valueStream()
                .filter(step -> step.path("name").asString().equals("HEALTH_CHECK"))
                .findFirst()
                .orElseThrow()
                .path("finishedAt");
        return millis(seen, operation.path("finishedAt"));
    }

    private static double millis(JsonNode from, JsonNode until) {
        return Duration.between(Instant.parse(from.asString()), Instant.parse(until.asString()))
                .toMillis();
    }
}
