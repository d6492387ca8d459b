package io.keelson.benchmark.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same thing again and again, each with something of its own. */
final class Clients {
    private final List<Deed> deeds;

    private Clients(List<Deed> deeds) {
        this.deeds = List.copyOf(deeds);
    }

    /** What one client does once. */
    interface Deed {
        void run() throws Exception;
    }

    /** Makes one client. */
    interface Hiring {
        Deed client() throws Exception;
    }

    static Clients hire(int count, Hiring hiring) throws Exception {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deeds.add(hiring.client());
        }
        return new Clients(deeds);
    }

    /** Deeds per second of all clients together; they go on where they were. */
    double rate(Duration time) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.size())) {
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
