package io.keelson.benchmark.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same thing again and again, each with something of its own. */
record Clients(int count, Duration time) {
    /** What one client does once. */
    interface Deed {
        void run() throws Exception;
    }

    /** Deeds per second of all clients together. */
    double rate(Callable<? extends Deed> client) throws Exception {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deeds.add(client.call());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Long>> running = deeds.stream()
                    .map(deed -> threads.submit(() -> repeat(deed, end)))
                    .toList();
            long done = 0;
            for (Future<Long> one : running) {
                done += one.get();
            }
            return done / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static long repeat(Deed deed, long end) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            deed.run();
            done++;
        }
        return done;
    }
}
