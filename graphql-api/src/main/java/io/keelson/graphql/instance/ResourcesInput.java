package io.keelson.graphql.instance;

import io.keelson.api.instance.Resources;
import io.keelson.graphql.input.Quantity;
import org.jspecify.annotations.Nullable;

/** What an instance may use, as a caller describes it; what is null takes its default. */
record ResourcesInput(
        @Nullable String cpu,
        @Nullable String memory,
        @Nullable String storage) {
    static final ResourcesInput DEFAULT = new ResourcesInput(null, null, null);

    Resources toResources() {
        return new Resources(
                cpu == null ? Resources.DEFAULT.cpuMillis() : Quantity.cpuMillis("resources.cpu", cpu),
                memory == null ? Resources.DEFAULT.memoryMegabytes() : Quantity.mebibytes("resources.memory", memory),
                storage == null
                        ? Resources.DEFAULT.storageMegabytes()
                        : Quantity.mebibytes("resources.storage", storage));
    }
}
