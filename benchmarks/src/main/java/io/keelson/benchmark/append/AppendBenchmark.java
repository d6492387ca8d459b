package io.keelson.benchmark.append;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.node.AppNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * One command, one event, one commit, through the command bus of the product and sixteen clients. Each short round is
 * measured between two rounds of the same row inserted and committed by hand, and the median of all such ratios counts:
 * what the machine does beside it weighs on both.
 */
public final class AppendBenchmark implements Benchmark {
    private static final int CLIENTS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("keelson.bench.warm-up", 15));
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS = Integer.getInteger("keelson.bench.rounds", 12);
    private static final double GOAL = 0.6;
    /** No figure of ours: what is left when nothing of ours is on the way. */
    private static final String FLOOR = "the command bus alone";

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (AppNode node = AppNode.start(directory, AppendBeans.class);
                BareInsert bare = new BareInsert(node)) {
            Commands commands = new Commands(node.bean(CommandGateway.class));
            Map<String, Clients> workloads = new LinkedHashMap<>();
            workloads.put("new counters", Clients.hire(CLIENTS, commands::starting));
            workloads.put("counters that are read first", Clients.hire(CLIENTS, commands::moving));
            workloads.put("partners with claims and directory", Clients.hire(CLIENTS, commands::partners));
            workloads.put(FLOOR, Clients.hire(CLIENTS, new BareBus(node)::client));
            for (Clients workload : workloads.values()) {
                workload.rate(WARM_UP);
            }
            Clients byHand = Clients.hire(CLIENTS, bare::client);
            byHand.rate(WARM_UP);
            node.stopProcessors();
            measure("nothing reads", workloads, byHand, node, report);
            node.startProcessors();
            measure("all processors read", workloads, byHand, node, report);
        }
    }

    private static void measure(
            String readers, Map<String, Clients> workloads, Clients bare, AppNode node, Report report)
            throws Exception {
        for (Map.Entry<String, Clients> workload : workloads.entrySet()) {
            Samples rates = new Samples();
            Samples peers = new Samples();
            Samples ratios = new Samples();
            node.awaitProcessors();
            double before = bare.rate(ROUND);
            for (int round = 0; round < ROUNDS; round++) {
                double rate = workload.getValue().rate(ROUND);
                node.awaitProcessors();
                double after = bare.rate(ROUND);
                rates.add(rate);
                peers.add(after);
                ratios.add(2 * rate / (before + after));
                before = after;
            }
            Figure figure = Figure.of(
                            "append: " + workload.getKey() + ", " + readers,
                            "%.0f commands/s".formatted(rates.median()))
                    .against("bare JDBC %.0f/s, ratios %.2f to %.2f"
                            .formatted(peers.median(), ratios.percentile(10), ratios.percentile(90)))
                    .ratio(ratios.median());
            boolean ours = !workload.getKey().equals(FLOOR);
            report.add(ours ? figure.goal("0.6 or more", ratios.median() >= GOAL) : figure);
        }
    }
}
