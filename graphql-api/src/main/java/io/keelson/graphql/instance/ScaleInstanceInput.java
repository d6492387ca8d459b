package io.keelson.graphql.instance;

import io.keelson.api.instance.ResourcesChange;
import io.keelson.graphql.input.Quantity;
import org.jspecify.annotations.Nullable;

/** What an instance may use from now on; what is null stays as it is. */
record ScaleInstanceInput(
        String instanceId, @Nullable String plan, @Nullable ResourcesInput resources) {

    ResourcesChange toChange() {
        if (resources == null) {
            return new ResourcesChange(plan, null, null, null);
        }
        return new ResourcesChange(
                plan,
                resources.cpu() == null ? null : Quantity.cpuMillis("resources.cpu", resources.cpu()),
                resources.memory() == null ? null : Quantity.mebibytes("resources.memory", resources.memory()),
                resources.storage() == null ? null : Quantity.mebibytes("resources.storage", resources.storage()));
    }
}
