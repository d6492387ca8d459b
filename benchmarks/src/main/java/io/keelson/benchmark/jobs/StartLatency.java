package io.keelson.benchmark.jobs;

import io.keelson.benchmark.figure.Samples;
import io.keelson.job.queue.JobOwner;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** From the call that enqueues a job until its handler begins, in milliseconds. */
final class StartLatency {
    private final QueueServer server;

    StartLatency(QueueServer server) {
        this.server = server;
    }

    /** One job at a time on an idle node; with {@code elsewhere} the node that enqueues is another one. */
    Samples idle(int count, boolean elsewhere) throws InterruptedException {
        BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
        Samples samples = new Samples();
        try (OurNode node = new OurNode(server, _ -> begun.add(System.nanoTime())).started();
                OurNode other = new OurNode(server, _ -> {})) {
            awaitLanes(node);
            OurNode from = elsewhere ? other : node;
            for (int i = -count / 2; i < count; i++) {
                TimeUnit.MILLISECONDS.sleep(20);
                long start = System.nanoTime();
                from.queue().enqueue(OurNode.job());
                long at = Objects.requireNonNull(begun.poll(10, TimeUnit.SECONDS));
                if (i >= 0) {
                    samples.add((at - start) / 1e6);
                }
            }
        }
        return samples;
    }

    /** So many jobs a second for so many seconds; the first second is not counted. */
    Samples sustained(int perSecond, int seconds) throws InterruptedException {
        BlockingQueue<Double> waits = new LinkedBlockingQueue<>();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        int jobs = perSecond * seconds;
        try (OurNode node = new OurNode(
                        server, job -> waits.add((System.nanoTime() - Long.parseLong(job.payload())) / 1e6))
                .started()) {
            awaitLanes(node);
            long next = System.nanoTime();
            for (int i = 0; i < jobs; i++) {
                next += gap;
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
                node.queue().enqueue(OurNode.job(Long.toString(System.nanoTime())));
            }
            return collect(waits, jobs, perSecond);
        }
    }

    /** A tenant's jobs, one after the other, while what waits already is another one's. */
    Samples ofAnotherTenant(int count) throws InterruptedException {
        BlockingQueue<Double> waits = new LinkedBlockingQueue<>();
        JobOwner tenant = new JobOwner(UUID.randomUUID(), null, "benchmark");
        try (OurNode node = new OurNode(server, job -> {
                    if (!job.payload().equals("{}")) {
                        waits.add((System.nanoTime() - Long.parseLong(job.payload())) / 1e6);
                    }
                })
                .started()) {
            awaitLanes(node);
            TimeUnit.MILLISECONDS.sleep(300);
            for (int i = 0; i < count; i++) {
                TimeUnit.MILLISECONDS.sleep(15);
                node.queue()
                        .enqueue(OurNode.job(Long.toString(System.nanoTime())).withOwner(tenant));
            }
            return collect(waits, count, 0);
        }
    }

    /** Urgent jobs while thousands of others wait, each of which takes 20 ms. */
    Samples urgent(int waiting, int count) throws InterruptedException {
        BlockingQueue<Double> waits = new LinkedBlockingQueue<>();
        String filler = "\"" + UUID.randomUUID() + "\"";
        try (OurNode node = new OurNode(server, job -> {
            if (job.payload().equals(filler)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            } else {
                waits.add((System.nanoTime() - Long.parseLong(job.payload())) / 1e6);
            }
        })) {
            node.queue()
                    .enqueueAll(Stream.generate(() -> OurNode.job(filler))
                            .limit(waiting)
                            .toList());
            node.started();
            awaitLanes(node);
            TimeUnit.MILLISECONDS.sleep(300);
            for (int i = 0; i < count; i++) {
                TimeUnit.MILLISECONDS.sleep(15);
                node.queue()
                        .enqueue(OurNode.job(Long.toString(System.nanoTime())).withPriority(10));
            }
            return collect(waits, count, 0);
        }
    }

    private static Samples collect(BlockingQueue<Double> waits, int count, int skipped) throws InterruptedException {
        Samples samples = new Samples();
        for (int i = 0; i < count; i++) {
            double wait = Objects.requireNonNull(waits.poll(30, TimeUnit.SECONDS));
            if (i >= skipped) {
                samples.add(wait);
            }
        }
        return samples;
    }

    private static void awaitLanes(OurNode node) throws InterruptedException {
        while (node.lanes() < 2) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
