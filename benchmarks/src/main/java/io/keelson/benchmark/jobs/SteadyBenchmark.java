package io.keelson.benchmark.jobs;

import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Ten thousand jobs a minute for ten minutes, one at a time, and what that costs: the time on processors of this JVM, which
 * enqueues them and runs them, and of PostgreSQL.
 */
public final class SteadyBenchmark implements Benchmark {
    private static final int PER_MINUTE = 10_000;
    private static final int MINUTES = Integer.getInteger("keelson.bench.steady-minutes", 10);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final long GAP = TimeUnit.MINUTES.toNanos(1) / PER_MINUTE;
    private static final double GOAL_PERCENT = 10;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (QueueServer server = new QueueServer(directory);
                OurNode node = new OurNode(server, _ -> {}).started()) {
            enqueue(node, WARM_UP);
            Duration before = processors(server);
            long start = System.nanoTime();
            long first = node.durable();
            long enqueued = enqueue(node, Duration.ofMinutes(MINUTES));
            double seconds = (System.nanoTime() - start) / 1e9;
            double percent = processors(server).minus(before).toMillis() / seconds / 10;
            int processors = Runtime.getRuntime().availableProcessors();
            report.note("%d enqueued, %d ended in %.0f s", enqueued, node.durable() - first, seconds);
            report.add(Figure.of(
                            "jobs: 10,000 a minute for %d minutes".formatted(MINUTES),
                            "%.1f %% of one core".formatted(percent))
                    .against("all %d cores".formatted(processors))
                    .ratio(percent / 100 / processors)
                    .goal("10 % of the machine", percent / processors <= GOAL_PERCENT));
        }
    }

    private static long enqueue(OurNode node, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        long enqueued = 0;
        while (next < end) {
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            node.queue().enqueue(OurNode.job());
            enqueued++;
            next += GAP;
        }
        return enqueued;
    }

    /** Time that this JVM and the server's processes have spent on processors so far. */
    private static Duration processors(QueueServer server) {
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(ProcessHandle.current(), postmaster), postmaster.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
