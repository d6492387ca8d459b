package io.keelson.driver.limit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Control groups of the first version: one tree per controller. */
record ControlGroupsV1(Path mount) implements ControlGroups {
    private static final String MEMORY = "memory.limit_in_bytes";
    private static final String MEMORY_AND_SWAP = "memory.memsw.limit_in_bytes";
    private static final long PERIOD_MICROS = 100_000;

    @Override
    public void limit(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException {
        boolean kept = !entrances(owner).isEmpty();
        try {
            limitMemory(memory(owner), (long) memoryMegabytes << 20);
            ControlGroup cpu = cpu(owner);
            cpu.make();
            cpu.set("cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
            cpu.set("cpu.cfs_quota_us", Long.toString(cpuMillis * PERIOD_MICROS / 1_000));
            kept = true;
        } finally {
            if (!kept) {
                remove(owner);
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
    public List<Path> entrances(UUID owner) {
        return List.of(memory(owner), cpu(owner)).stream()
                .filter(ControlGroup::exists)
                .map(ControlGroup::entrance)
                .toList();
    }

    @Override
    public Set<Long> processes(UUID owner) throws IOException {
        Set<Long> pids = new HashSet<>(memory(owner).processes());
        pids.addAll(cpu(owner).processes());
        return pids;
    }

    @Override
    public boolean ranOutOfMemory(UUID owner) {
        return memory(owner).countsKills("memory.oom_control");
    }

    @Override
    public Optional<String> difference(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException {
        ControlGroup memory = memory(owner);
        ControlGroup cpu = cpu(owner);
        if (!memory.exists() || !cpu.exists()) {
            return Optional.empty();
        }
        long quota = cpu.number("cpu.cfs_quota_us") * 1_000 / cpu.number("cpu.cfs_period_us");
        long megabytes = memory.number(MEMORY) >> 20;
        return quota == cpuMillis && megabytes == memoryMegabytes
                ? Optional.empty()
                : Optional.of("%d thousandths of a core and %d MiB".formatted(quota, megabytes));
    }

    @Override
    public void remove(UUID owner) throws IOException, InterruptedException {
        memory(owner).remove();
        cpu(owner).remove();
    }

    private ControlGroup memory(UUID owner) {
        return group("memory", owner);
    }

    private ControlGroup cpu(UUID owner) {
        return group("cpu", owner);
    }

    private ControlGroup group(String controller, UUID owner) {
        return new ControlGroup(mount.resolve(controller).resolve(PARENT).resolve(owner.toString()));
    }
}
