package io.keelson.benchmark.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values of one kind, in any unit. */
public final class Samples {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    /** Adds, in milliseconds, the time since {@code startNanos} of {@link System#nanoTime()}. */
    public double addMillisSince(long startNanos) {
        double millis = (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
        add(millis);
        return millis;
    }

    public double median() {
        return percentile(50);
    }

    /** The smallest value that at least {@code percent} of all values do not exceed. Fails when there is no value. */
    public double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** The 50th and the 99th percentile of milliseconds. */
    public String latencies() {
        return "p50 %.2f ms, p99 %.2f ms".formatted(median(), percentile(99));
    }
}
