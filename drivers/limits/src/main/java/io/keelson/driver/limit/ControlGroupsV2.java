package io.keelson.driver.limit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Control groups of the second version: one tree for all controllers. */
record ControlGroupsV2(Path mount) implements ControlGroups {
    private static final String CONTROLLERS = "+cpu +memory";
    private static final long PERIOD_MICROS = 100_000;

    @Override
    public void limit(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException {
        boolean kept = !entrances(owner).isEmpty();
        try {
            ControlGroup parent = new ControlGroup(mount.resolve(PARENT));
            parent.make();
            // A controller reaches a group only when every group above hands it down.
            new ControlGroup(mount).set("cgroup.subtree_control", CONTROLLERS);
            parent.set("cgroup.subtree_control", CONTROLLERS);
            ControlGroup group = group(owner);
            group.make();
            group.set("memory.max", Long.toString((long) memoryMegabytes << 20));
            if (group.has("memory.swap.max")) {
                group.set("memory.swap.max", "0");
            }
            group.set("cpu.max", cpuMillis * PERIOD_MICROS / 1_000 + " " + PERIOD_MICROS);
            kept = true;
        } finally {
            if (!kept) {
                remove(owner);
            }
        }
    }

    @Override
    public List<Path> entrances(UUID owner) {
        ControlGroup group = group(owner);
        return group.exists() ? List.of(group.entrance()) : List.of();
    }

    @Override
    public Set<Long> processes(UUID owner) throws IOException {
        return group(owner).processes();
    }

    @Override
    public boolean ranOutOfMemory(UUID owner) {
        return group(owner).countsKills("memory.events");
    }

    @Override
    public Optional<String> difference(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException {
        ControlGroup group = group(owner);
        if (!group.exists()) {
            return Optional.empty();
        }
        String memory = Long.toString((long) memoryMegabytes << 20);
        String cpu = cpuMillis * PERIOD_MICROS / 1_000 + " " + PERIOD_MICROS;
        return group.text("memory.max").equals(memory) && group.text("cpu.max").equals(cpu)
                ? Optional.empty()
                : Optional.of(
                        "cpu.max %s and memory.max %s".formatted(group.text("cpu.max"), group.text("memory.max")));
    }

    @Override
    public void remove(UUID owner) throws IOException, InterruptedException {
        group(owner).remove();
    }

    private ControlGroup group(UUID owner) {
        return new ControlGroup(mount.resolve(PARENT).resolve(owner.toString()));
    }
}
