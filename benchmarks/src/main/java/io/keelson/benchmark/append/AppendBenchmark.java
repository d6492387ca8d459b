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
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * One command, one event, one commit, through the command bus of the product and sixteen clients, in turns with the
 * same row inserted and committed by hand.
 */
public final class AppendBenchmark implements Benchmark {
    private static final Clients CLIENTS = new Clients(16, Duration.ofSeconds(4));
    private static final int ROUNDS = 4;
    private static final double GOAL = 0.6;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (AppNode node = AppNode.start(directory, AppendBeans.class);
                BareInsert bare = new BareInsert(node)) {
            Commands commands = new Commands(node.bean(CommandGateway.class));
            Map<String, Callable<Clients.Deed>> workloads = new LinkedHashMap<>();
            workloads.put("new counters", commands::starting);
            workloads.put("counters that are read first", commands::moving);
            workloads.put("partners with claims and directory", commands::partners);
            warmUp(workloads);
            node.stopProcessors();
            measure("nothing reads", workloads, bare, node, report);
            node.startProcessors();
            measure("all processors read", workloads, bare, node, report);
        }
    }

    private static void warmUp(Map<String, Callable<Clients.Deed>> workloads) throws Exception {
        for (Callable<Clients.Deed> workload : workloads.values()) {
            CLIENTS.rate(workload);
        }
    }

    private static void measure(
            String readers, Map<String, Callable<Clients.Deed>> workloads, BareInsert bare, AppNode node, Report report)
            throws Exception {
        Map<String, Samples> rates = new LinkedHashMap<>();
        Map<String, Samples> ratios = new LinkedHashMap<>();
        Samples bareRates = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            node.awaitProcessors();
            double bareRate = CLIENTS.rate(bare::client);
            bare.close();
            bareRates.add(bareRate);
            for (Map.Entry<String, Callable<Clients.Deed>> workload : workloads.entrySet()) {
                node.awaitProcessors();
                double rate = CLIENTS.rate(workload.getValue());
                rates.computeIfAbsent(workload.getKey(), _ -> new Samples()).add(rate);
                ratios.computeIfAbsent(workload.getKey(), _ -> new Samples()).add(rate / bareRate);
                report.note("%s, %s: %.0f/s, bare %.0f/s", workload.getKey(), readers, rate, bareRate);
            }
        }
        rates.forEach((workload, rate) -> {
            double ratio = ratios.getOrDefault(workload, rate).median();
            report.add(Figure.of("append: " + workload + ", " + readers, "%.0f commands/s".formatted(rate.median()))
                    .against("bare JDBC %.0f/s".formatted(bareRates.median()))
                    .ratio(ratio)
                    .goal("0.6 or more", ratio >= GOAL));
        });
    }
}
