package io.keelson.benchmark.jobs;

import io.keelson.job.queue.NewJob;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How many jobs that do nothing are enqueued, and begun and ended, in a second. */
final class Throughput {
    private static final int BATCH = 10_000;

    private final QueueServer server;
    private final Random random = new Random(42);
    private double heapMebibytes;

    Throughput(QueueServer server) {
        this.server = server;
    }

    /** Enqueues {@code jobs} in batches of 10,000 by {@code callers} at the same time; answers jobs per second. */
    double enqueue(int jobs, int callers) throws InterruptedException {
        List<List<NewJob>> batches = IntStream.range(0, jobs / BATCH)
                .mapToObj(_ -> OurNode.jobs(BATCH, random))
                .toList();
        try (OurNode node = new OurNode(server, _ -> {});
                ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            long start = System.nanoTime();
            pool.invokeAll(batches.stream()
                            .<Callable<Void>>map(batch -> () -> {
                                node.queue().enqueueAll(batch);
                                return null;
                            })
                            .toList())
                    .forEach(Future::resultNow);
            return jobs / seconds(start);
        }
    }

    /** Heap in use at the end of the last {@link #process}, with its node still open. */
    double heapMebibytes() {
        return heapMebibytes;
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
            double rate = (node.durable() - first) / seconds(start);
            heapMebibytes = heapAfterCollection();
            return rate;
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
    }
}
