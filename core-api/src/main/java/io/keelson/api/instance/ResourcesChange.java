package io.keelson.api.instance;

import org.jspecify.annotations.Nullable;

/**
 * A change of what an instance may use.
 *
 * @param plan name of a preset that all three come from, or null to begin with what the instance has
 * @param cpuMillis thousandths of a core, or null for those of the plan or the instance
 * @param memoryMegabytes mebibytes, likewise
 * @param storageMegabytes mebibytes, likewise
 */
public record ResourcesChange(
        @Nullable String plan,
        @Nullable Integer cpuMillis,
        @Nullable Integer memoryMegabytes,
        @Nullable Integer storageMegabytes) {

    /** The resources after the change; refuses what {@link Resources} refuses. */
    public Resources applyTo(Resources before) {
        return new Resources(
                cpuMillis == null ? before.cpuMillis() : cpuMillis,
                memoryMegabytes == null ? before.memoryMegabytes() : memoryMegabytes,
                storageMegabytes == null ? before.storageMegabytes() : storageMegabytes);
    }
}
