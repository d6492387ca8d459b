package io.keelson.benchmark.jobs;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The job queue of the product on a PostgreSQL that waits for the disk, in turns with its peers. */
public final class JobsBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final int JOBS = 60_000;
    private static final int FEW = 10_000;
    private static final int CALLERS = 4;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (QueueServer server = new QueueServer(directory)) {
            double rate = throughput(server, report);
            peers(server, directory, rate, report);
            new Depth(server).measure(report);
            latency(server, report);
        }
    }

    private static double throughput(QueueServer server, Report report) throws Exception {
        Throughput ours = new Throughput(server);
        BareLoop bare = new BareLoop(server);
        Samples enqueued = new Samples();
        Samples enqueuedTogether = new Samples();
        Samples processed = new Samples();
        Samples limit = new Samples();
        for (int round = 0; round <= ROUNDS; round++) {
            boolean counts = round > 0;
            server.clear();
            double inTogether = ours.enqueue(JOBS * 2, CALLERS);
            server.clear();
            double in = ours.enqueue(JOBS, 1);
            double out = ours.process(JOBS);
            double bareRate = bare.process(JOBS);
            report.note(
                    "round %d: enqueued %.0f/s, by four callers %.0f/s, ended %.0f/s, bare loop %.0f/s",
                    round, in, inTogether, out, bareRate);
            if (counts) {
                enqueued.add(in);
                enqueuedTogether.add(inTogether);
                processed.add(out);
                limit.add(bareRate);
            }
        }
        enqueue("by one caller", enqueued, report);
        enqueue("by four callers", enqueuedTogether, report);
        report.add(Figure.of("jobs: begun and ended, no-op", "%.0f/s".formatted(processed.median()))
                .against("bare SKIP LOCKED loop %.0f/s".formatted(limit.median()))
                .ratio(processed.median() / limit.median())
                .goal("25,000/s", processed.median() >= 25_000));
        return processed.median();
    }

    private static void enqueue(String by, Samples rates, Report report) {
        report.add(Figure.of("jobs: enqueued in batches of 10,000 " + by, "%.0f/s".formatted(rates.median()))
                .goal("100,000/s", rates.median() >= 100_000));
    }

    private static void peers(QueueServer server, Path directory, double ours, Report report) throws Exception {
        peer("plain JobRunr", new PlainJobRunr(server).process(FEW), ours, report);
        peer("db-scheduler", new DbScheduler(server).process(FEW * 2), ours, report);
        String missing = BullMq.missing();
        if (!missing.isEmpty()) {
            report.note("NO BULLMQ in this run: %s not found. apt-get install redis-server, install Node.js.", missing);
            return;
        }
        BullMq bullMq = new BullMq(directory);
        for (boolean durable : new boolean[] {true, false}) {
            OptionalDouble rate = bullMq.process(FEW * 2, durable);
            if (rate.isEmpty()) {
                report.note("NO BULLMQ in this run: npm could not install it.");
                return;
            }
            String name = durable ? "BullMQ, appendfsync always" : "BullMQ, nothing on disk";
            peer(name, rate.getAsDouble(), ours, report);
        }
    }

    private static void peer(String name, double rate, double ours, Report report) {
        report.add(Figure.of("jobs: begun and ended, no-op", "%.0f/s".formatted(ours))
                .against("%s %.0f/s".formatted(name, rate))
                .ratio(ours / rate)
                .goal("more than the peer", ours > rate));
    }

    private static void latency(QueueServer server, Report report) throws InterruptedException {
        StartLatency latency = new StartLatency(server);
        idle("this node", latency.idle(300, false), report);
        idle("another node", latency.idle(300, true), report);
        Samples sustained = latency.sustained(1_000, 10);
        report.add(Figure.of("jobs: start at 1,000 jobs a second", sustained.latencies())
                .goal("p99 20 ms", sustained.percentile(99) <= 20));
        Samples urgent = latency.urgent(8_000, 150);
        report.add(Figure.of("jobs: start of an urgent one behind 8,000", urgent.latencies())
                .goal("p99 15 ms", urgent.percentile(99) <= 15));
    }

    private static void idle(String from, Samples samples, Report report) {
        report.add(Figure.of("jobs: idle start, enqueued by " + from, samples.latencies())
                .goal("p50 3 ms, p99 10 ms", samples.median() <= 3 && samples.percentile(99) <= 10));
    }
}
