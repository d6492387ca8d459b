package io.keelson.benchmark.jobs;

import io.keelson.job.queue.NewJob;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How many jobs that do nothing are enqueued, and begun and ended, in a second. */
final class Throughput {
    private static final int BATCH = 10_000;

    private final QueueServer server;
    private final Random random = new Random(42);
    private double heapMebibytes;

    Throughput(QueueServer server) {
        this.server = server;
    }

    /**
     * Enqueues {@code jobs} with random priorities in batches of 10,000, by {@code callers} at the same time; answers jobs
     * per second.
     */
    double enqueue(int jobs, int callers) throws InterruptedException {
        return enqueue(batches(jobs, () -> OurNode.jobs(BATCH, random)), callers);
    }

    /** Enqueues {@code jobs} that are all alike. */
    void flood(int jobs, int callers) throws InterruptedException {
        enqueue(batches(jobs, () -> Collections.nCopies(BATCH, OurNode.job())), callers);
    }

    private static List<List<NewJob>> batches(int jobs, Supplier<List<NewJob>> batch) {
        return Stream.generate(batch).limit(jobs / BATCH).toList();
    }

    private double enqueue(List<List<NewJob>> batches, int callers) throws InterruptedException {
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
            return batches.size() * BATCH / seconds(start);
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
