package io.keelson.driver.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the kernel, one group per owner: {@code keelson/<owner>}. An owner is an instance, or a worker process. Of a
 * machine whose groups may not be written, {@link #limit} says so and everything else finds nothing.
 */
public interface ControlGroups {
    /** Where Linux mounts its control groups. */
    Path SYSTEM = Path.of("/sys/fs/cgroup");

    /** Name of the group above those of the owners. */
    String PARENT = "keelson";

    /**
     * Makes the group, or sets the limits of the one that is there.
     *
     * @param cpuMillis thousandths of a core
     * @throws IOException when the machine does not let us; then no new group is left behind, and one that was there stays
     */
    void limit(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException;

    /** Files into which a process writes its id to enter the group; none when there is no group. */
    List<Path> entrances(UUID owner);

    /** Who is in the group. */
    Set<Long> processes(UUID owner) throws IOException;

    /** Whether the kernel has killed a process of the group for want of memory. */
    boolean ranOutOfMemory(UUID owner);

    /**
     * What is wrong with the limits, in a few words; empty when they are as asked, or when this machine lets us set none.
     *
     * @throws IOException when the limits that are there cannot be read
     */
    Optional<String> difference(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException;

    /** Takes away the group, which must be empty of processes. Without a group: changes nothing. */
    void remove(UUID owner) throws IOException, InterruptedException;

    /** The kind of groups that are mounted there; null for none. */
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
