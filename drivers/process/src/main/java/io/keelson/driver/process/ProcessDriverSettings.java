package io.keelson.driver.process;

import io.keelson.driver.limit.ControlGroups;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how instances run as processes.
 *
 * @param root absolute directory of everything this driver writes; instances live in {@code instances/<instanceId>}
 * @param backups absolute directory of the snapshots, {@code <instanceId>/<backupId>}; it outlives the instances
 * @param ports what instances may listen on
 * @param database where instances get their databases
 * @param java program that the placeholder <code>{java}</code> stands for
 * @param controlGroups where the control groups of the system are mounted, or null when limits are not wanted
 * @param stopGrace how long a workload may take to end by itself after SIGTERM
 * @param site mark of everything that runs at this site, or null for one whose processes bear none; no two sites of a
 *     machine have the same
 */
public record ProcessDriverSettings(
        Path root,
        Path backups,
        PortRange ports,
        DatabaseServer database,
        Path java,
        @Nullable Path controlGroups,
        Duration stopGrace,
        @Nullable String site) {
    /** Where Linux mounts control groups. */
    public static final Path SYSTEM_CONTROL_GROUPS = ControlGroups.SYSTEM;

    /** Ten seconds to stop gracefully. */
    public static final Duration DEFAULT_STOP_GRACE = Duration.ofSeconds(10);

    /**
     * Makes the directories absolute.
     *
     * @throws IllegalArgumentException when the grace is negative
     */
    public ProcessDriverSettings {
        root = root.toAbsolutePath().normalize();
        backups = backups.toAbsolutePath().normalize();
        if (stopGrace.isNegative()) {
            throw new IllegalArgumentException("The stop grace must not be negative, it is " + stopGrace + ".");
        }
    }

    /** Settings of a site without a mark. */
    public ProcessDriverSettings(
            Path root,
            Path backups,
            PortRange ports,
            DatabaseServer database,
            Path java,
            @Nullable Path controlGroups,
            Duration stopGrace) {
        this(root, backups, ports, database, java, controlGroups, stopGrace, null);
    }

    /** The same for another place on this machine, with everything below one directory. */
    public ProcessDriverSettings forSite(
            String mark, Path directory, PortRange otherPorts, DatabaseServer otherServer) {
        return new ProcessDriverSettings(
                directory.resolve("process"),
                directory.resolve("backups"),
                otherPorts,
                otherServer,
                java,
                controlGroups,
                stopGrace,
                mark);
    }

    /** Settings with the snapshots in {@code backups} below the root. */
    public ProcessDriverSettings(
            Path root,
            PortRange ports,
            DatabaseServer database,
            Path java,
            @Nullable Path controlGroups,
            Duration stopGrace) {
        this(root, root.resolve("backups"), ports, database, java, controlGroups, stopGrace);
    }

    /** The java program of the running virtual machine. */
    public static Path runningJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
