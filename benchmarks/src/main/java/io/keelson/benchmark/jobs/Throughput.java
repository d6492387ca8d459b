package io.keelson.benchmark.jobs;

import io.keelson.job.queue.NewJob;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How many jobs that do nothing are enqueued, and begun and ended, in a second. */
final class Throughput {
    private static final int BATCH = 10_000;

    private final QueueServer server;
    private final Random random = new Random(42);

    Throughput(QueueServer server) {
        this.server = server;
    }

    /** Enqueues {@code jobs} in batches of 10,000; answers jobs per second. */
    double enqueue(int jobs) {
        List<List<NewJob>> batches = IntStream.range(0, jobs / BATCH)
                .mapToObj(_ -> OurNode.jobs(BATCH, random))
                .toList();
        try (OurNode node = new OurNode(server, _ -> {})) {
            long start = System.nanoTime();
            batches.forEach(node.queue()::enqueueAll);
            return jobs / seconds(start);
        }
    }

    /**
     * Ends the first {@code jobs} of those that wait; answers jobs per second, from the first end on. The JVM has to be
     * warm, so that a run before this one is of use.
     */
    double process(int jobs) throws InterruptedException {
        try (OurNode node = new OurNode(server, _ -> {}).started()) {
            while (node.durable() == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            long first = node.durable();
            long start = System.nanoTime();
            while (node.durable() < jobs) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return (node.durable() - first) / seconds(start);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
