package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Control groups of the first version: one tree per controller. */
record ControlGroupsV1(Path mount) implements ControlGroups {
    private static final String MEMORY = "memory.limit_in_bytes";
    private static final String MEMORY_AND_SWAP = "memory.memsw.limit_in_bytes";
    private static final long PERIOD_MICROS = 100_000;

    @Override
    public void limit(UUID instanceId, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException {
        boolean kept = !entrances(instanceId).isEmpty();
        try {
            limitMemory(memory(instanceId), (long) memoryMegabytes << 20);
            ControlGroup cpu = cpu(instanceId);
            cpu.make();
            cpu.set("cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
            cpu.set("cpu.cfs_quota_us", Long.toString(cpuMillis * PERIOD_MICROS / 1_000));
            kept = true;
        } finally {
            if (!kept) {
                remove(instanceId);
            }
        }
    }

    // The limit with swap may never be below the one without, not even between the two writes.
    private static void limitMemory(ControlGroup group, long bytes) throws IOException {
        group.make();
        boolean swapCounted = group.has(MEMORY_AND_SWAP);
        if (swapCounted && group.number(MEMORY) < bytes) {
            group.set(MEMORY_AND_SWAP, Long.toString(bytes));
        }
        group.set(MEMORY, Long.toString(bytes));
        if (swapCounted) {
            group.set(MEMORY_AND_SWAP, Long.toString(bytes));
        }
    }

    @Override
    public List<Path> entrances(UUID instanceId) {
        return List.of(memory(instanceId), cpu(instanceId)).stream()
                .filter(ControlGroup::exists)
                .map(ControlGroup::entrance)
                .toList();
    }

    @Override
    public Set<Long> processes(UUID instanceId) throws IOException {
        Set<Long> pids = new HashSet<>(memory(instanceId).processes());
        pids.addAll(cpu(instanceId).processes());
        return pids;
    }

    @Override
    public boolean ranOutOfMemory(UUID instanceId) {
        return memory(instanceId).countsKills("memory.oom_control");
    }

    @Override
    public void remove(UUID instanceId) throws IOException, InterruptedException {
        memory(instanceId).remove();
        cpu(instanceId).remove();
    }

    private ControlGroup memory(UUID instanceId) {
        return group("memory", instanceId);
    }

    private ControlGroup cpu(UUID instanceId) {
        return group("cpu", instanceId);
    }

    private ControlGroup group(String controller, UUID instanceId) {
        return new ControlGroup(mount.resolve(controller).resolve(PARENT).resolve(instanceId.toString()));
    }
}
