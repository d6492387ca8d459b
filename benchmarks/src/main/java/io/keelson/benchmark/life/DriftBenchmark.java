package io.keelson.benchmark.life;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.node.JarNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How long it takes until a difference is found on a real instance with the usual settings: until an operation repairs it, or
 * until it is reported. The looks at instances are spread over the interval, so the worst of several laps counts.
 */
public final class DriftBenchmark implements Benchmark {
    private static final int LAPS = Integer.getInteger("keelson.bench.drift", 4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 100;
    private static final double GOAL_SECONDS = 60;

    @Override
    public void run(Path directory, Report report) throws Exception {
        Map<Damage, Double> worst = new EnumMap<>(Damage.class);
        try (JarNode node = JarNode.start(directory.resolve("home"))) {
            node.awaitReady();
            DamagedShops shops = new DamagedShops(node);
            for (int lap = 0; lap < LAPS; lap++) {
                Map<Damage, Double> found = lap(lap, shops);
                found.forEach((damage, seconds) -> worst.merge(damage, seconds, Math::max));
                report.note("lap %d: %s", lap + 1, found);
            }
        }
        worst.forEach((damage, seconds) -> add(report, damage.words(), seconds));
        add(report, "worst of all", worst.values().stream().max(Double::compare).orElseThrow());
    }

    /**
     * What was done to which instance.
     *
     * @param mark how it looked before
     * @param nanos when it was done
     */
    private record Damaged(Damage damage, String instance, String mark, long nanos) {
        double seconds() {
            return (System.nanoTime() - nanos) / 1e9;
        }
    }

    /** One instance per damage, all damaged at once; seconds until each is found. */
    private static Map<Damage, Double> lap(int lap, DamagedShops shops) throws Exception {
        List<Damaged> waiting = damaged(lap, shops);
        Map<Damage, Double> found = new EnumMap<>(Damage.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            for (Damaged one : List.copyOf(waiting)) {
                if (!shops.mark(one.damage(), one.instance()).equals(one.mark())) {
                    found.put(one.damage(), one.seconds());
                    waiting.remove(one);
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
        waiting.forEach(one -> found.put(one.damage(), one.seconds()));
        return found;
    }

    private static List<Damaged> damaged(int lap, DamagedShops shops) throws Exception {
        Map<Damage, String> instances = new EnumMap<>(Damage.class);
        for (Damage damage : Damage.values()) {
            instances.put(
                    damage,
                    damage == Damage.ORPHAN
                            ? "instance:" + UUID.randomUUID()
                            : shops.provision("%s %d".formatted(damage.words(), lap)));
        }
        List<Damaged> damaged = new ArrayList<>();
        for (Map.Entry<Damage, String> entry : instances.entrySet()) {
            String mark = shops.mark(entry.getKey(), entry.getValue());
            shops.damage(entry.getKey(), entry.getValue());
            damaged.add(new Damaged(entry.getKey(), entry.getValue(), mark, System.nanoTime()));
        }
        return damaged;
    }

    private static void add(Report report, String what, double seconds) {
        report.add(Figure.of("drift: %s, worst of %d".formatted(what, LAPS), "found after %.1f s".formatted(seconds))
                .against("60 s")
                .ratio(seconds / GOAL_SECONDS)
                .goal("within 60 s", seconds <= GOAL_SECONDS));
    }
}
