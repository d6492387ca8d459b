package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Control groups of the second version: one tree for all controllers. */
record ControlGroupsV2(Path mount) implements ControlGroups {
    private static final String CONTROLLERS = "+cpu +memory";
    private static final long PERIOD_MICROS = 100_000;

    @Override
    public void limit(UUID instanceId, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException {
        boolean kept = !entrances(instanceId).isEmpty();
        try {
            ControlGroup parent = new ControlGroup(mount.resolve(PARENT));
            parent.make();
            // A controller reaches a group only when every group above hands it down.
            new ControlGroup(mount).set("cgroup.subtree_control", CONTROLLERS);
            parent.set("cgroup.subtree_control", CONTROLLERS);
            ControlGroup group = group(instanceId);
            group.make();
            group.set("memory.max", Long.toString((long) memoryMegabytes << 20));
            if (group.has("memory.swap.max")) {
                group.set("memory.swap.max", "0");
            }
            group.set("cpu.max", cpuMillis * PERIOD_MICROS / 1_000 + " " + PERIOD_MICROS);
            kept = true;
        } finally {
            if (!kept) {
                remove(instanceId);
            }
        }
    }

    @Override
    public List<Path> entrances(UUID instanceId) {
        ControlGroup group = group(instanceId);
        return group.exists() ? List.of(group.entrance()) : List.of();
    }

    @Override
    public Set<Long> processes(UUID instanceId) throws IOException {
        return group(instanceId).processes();
    }

    @Override
    public boolean ranOutOfMemory(UUID instanceId) {
        return group(instanceId).countsKills("memory.events");
    }

    @Override
    public void remove(UUID instanceId) throws IOException, InterruptedException {
        group(instanceId).remove();
    }

    private ControlGroup group(UUID instanceId) {
        return new ControlGroup(mount.resolve(PARENT).resolve(instanceId.toString()));
    }
}
