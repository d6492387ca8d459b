package io.keelson.graphql.upgrade;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.SetMaintenanceWindows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When upgrades of an instance may start and when they may not. */
record SetMaintenanceWindowsInput(
        String instanceId,
        @Nullable List<MaintenanceWindowInput> windows,
        @Nullable List<UpgradeExclusionInput> exclusions) {
    SetMaintenanceWindows toCommand(InstanceId id) {
        return new SetMaintenanceWindows(
                id,
                each("windows", windows, MaintenanceWindowInput::toWindow),
                each("exclusions", exclusions, UpgradeExclusionInput::toExclusion));
    }

    private static <I, V> List<V> each(String field, @Nullable List<I> inputs, Function<I, V> read) {
        if (inputs == null) {
            return List.of();
        }
        List<V> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            try {
                values.add(read.apply(inputs.get(i)));
            } catch (RejectedException refused) {
                throw refused.within("%s[%d]".formatted(field, i));
            }
        }
        return values;
    }
}
