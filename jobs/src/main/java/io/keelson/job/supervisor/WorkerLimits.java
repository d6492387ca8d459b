package io.keelson.job.supervisor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one worker process may use.
 *
 * @param memoryMegabytes memory of the whole process in MiB, 256 or more
 * @param cpuMillis thousandths of a core, 100 or more
 */
public record WorkerLimits(int memoryMegabytes, int cpuMillis) {
    private static final int LEAST_MEMORY = 256;
    private static final int LEAST_CPU = 100;
    private static final int MILLIS_PER_CORE = 1_000;
    /** What a virtual machine needs beside its heap: classes, code, threads, buffers. */
    private static final int BESIDE_THE_HEAP = 176;

    private static final Pattern MEMORY = Pattern.compile("(\\d{1,6})\\s*([MG])(?:i?B)?");

    public WorkerLimits {
        if (memoryMegabytes < LEAST_MEMORY || cpuMillis < LEAST_CPU) {
            throw new IllegalArgumentException(
                    "A worker process needs %d MiB of memory and a tenth of a core at least, not %d MiB and %d thousandths."
                            .formatted(LEAST_MEMORY, memoryMegabytes, cpuMillis));
        }
    }

    /**
     * Reads limits as people write them.
     *
     * @param memory {@code 512M} or {@code 1G}
     * @param cpu cores, {@code 1.0} or {@code 0.5}
     * @throws IllegalArgumentException when they cannot be read or are too small
     */
    public static WorkerLimits parse(String memory, String cpu) {
        Matcher amount = MEMORY.matcher(memory.strip().toUpperCase(Locale.ROOT).replace("IB", "B"));
        if (!amount.matches()) {
            throw new IllegalArgumentException(
                    "The memory limit of workers must look like 512M or 1G, not \"%s\".".formatted(memory));
        }
        int factor = "G".equals(amount.group(2)) ? 1 << 10 : 1;
        return new WorkerLimits(Math.multiplyExact(Integer.parseInt(amount.group(1)), factor), cpuMillis(cpu));
    }

    private static int cpuMillis(String cpu) {
        try {
            return Math.toIntExact(Math.round(Double.parseDouble(cpu.strip()) * MILLIS_PER_CORE));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The CPU limit of workers must be a number of cores like 1.0, not \"%s\".".formatted(cpu), e);
        }
    }

    /** The part of the memory that the heap may take. */
    int heapMegabytes() {
        return Math.max(LEAST_MEMORY / 4, memoryMegabytes - Math.max(BESIDE_THE_HEAP, memoryMegabytes / 4));
    }

    /** Whole cores, for a virtual machine that cannot be held to parts of one. */
    int cores() {
        return Math.max(1, Math.ceilDiv(cpuMillis, MILLIS_PER_CORE));
    }
}
