package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits of the kernel, one group per instance: {@code keelson/<instanceId>}. */
interface ControlGroups {
    /** Name of the group above those of the instances. */
    String PARENT = "keelson";

    /**
     * Makes the group, or sets the limits of the one that is there.
     *
     * @throws IOException when the machine does not let us; then no new group is left behind, and one that was there stays
     */
    void limit(UUID instanceId, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException;

    /** Files into which a process writes its id to enter the group; none when there is no group. */
    List<Path> entrances(UUID instanceId);

    /** Who is in the group. */
    Set<Long> processes(UUID instanceId) throws IOException;

    /** Whether the kernel has killed a process of the group for want of memory. */
    boolean ranOutOfMemory(UUID instanceId);

    /** Takes away the group, which must be empty of processes. */
    void remove(UUID instanceId) throws IOException, InterruptedException;

    /** The kind of groups that this machine has. */
    static ControlGroups at(@Nullable Path mount) {
        if (mount == null) {
            return new NoControlGroups("they are switched off");
        }
        if (Files.exists(mount.resolve("cgroup.controllers"))) {
            return new ControlGroupsV2(mount);
        }
        if (Files.isDirectory(mount.resolve("memory")) && Files.isDirectory(mount.resolve("cpu"))) {
            return new ControlGroupsV1(mount);
        }
        return new NoControlGroups("there are no control groups in " + mount);
    }
}
