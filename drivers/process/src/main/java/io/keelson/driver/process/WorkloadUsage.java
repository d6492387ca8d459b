package io.keelson.driver.process;

import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Processor time and memory of workloads, from {@code /proc}. The workload itself and what shares its control group are
 * counted; without control groups, children are not. Processor time is known from the second look on.
 */
final class WorkloadUsage {
    /** {@code USER_HZ}, which is 100 on every Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private static final double NANOS_PER_SECOND = 1e9;

    private final ProcessTable table;
    private final ControlGroups groups;
    private final Map<UUID, Reading> readings = new ConcurrentHashMap<>();

    WorkloadUsage(ProcessTable table, ControlGroups groups) {
        this.table = table;
        this.groups = groups;
    }

    private record Reading(ProcessEntry workload, long ticks, long nanos) {}

    /**
     * Use since the last look.
     *
     * @param cpuCores null at the first look
     */
    record Usage(@Nullable Double cpuCores, long memoryBytes) {}

    Usage of(UUID instanceId, ProcessEntry workload) throws IOException {
        Set<Long> pids = new HashSet<>(groups.processes(instanceId));
        pids.add(workload.pid());
        long ticks = 0;
        long memory = 0;
        for (long pid : pids) {
            ticks += table.cpuTicks(pid);
            memory += table.memoryBytes(pid);
        }
        Reading now = new Reading(workload, ticks, System.nanoTime());
        Reading before = readings.put(instanceId, now);
        return new Usage(cores(before, now), memory);
    }

    void forget(UUID instanceId) {
        readings.remove(instanceId);
    }

    // A child that has ended takes its ticks with it, so that less may have been used than before.
    private static @Nullable Double cores(@Nullable Reading before, Reading now) {
        if (before == null || !before.workload().equals(now.workload()) || now.ticks() < before.ticks()) {
            return null;
        }
        double seconds = (now.nanos() - before.nanos()) / NANOS_PER_SECOND;
        return seconds <= 0 ? null : (now.ticks() - before.ticks()) / TICKS_PER_SECOND / seconds;
    }
}
