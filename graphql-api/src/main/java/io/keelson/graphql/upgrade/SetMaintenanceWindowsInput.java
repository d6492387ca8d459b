package io.keelson.graphql.upgrade;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.SetMaintenanceWindows;
import io.keelson.graphql.input.InputField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When upgrades of an instance may start and when they may not. */
record SetMaintenanceWindowsInput(
        String instanceId,
        @Nullable List<MaintenanceWindowInput> windows,
        @Nullable List<UpgradeExclusionInput> exclusions) {
    SetMaintenanceWindows toCommand(InstanceId id) {
        return new SetMaintenanceWindows(
                id,
                windows == null ? List.of() : InputField.each("windows", windows, MaintenanceWindowInput::toWindow),
                exclusions == null
                        ? List.of()
                        : InputField.each("exclusions", exclusions, UpgradeExclusionInput::toExclusion));
    }
}
