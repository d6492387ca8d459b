package io.keelson.api.instance.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeExclusion;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says when upgrades of an instance may start, in place of what was said before. Twice: changes nothing. Rejected with
 * INSTANCE_NOT_FOUND, INVALID_INPUT, or WRONG_STATE when it is terminated or on its way there.
 *
 * @param windows at most 20, each with a name of its own
 * @param exclusions at most 20
 */
public record SetMaintenanceWindows(
        @TargetAggregateIdentifier InstanceId instanceId,
        List<MaintenanceWindow> windows,
        List<UpgradeExclusion> exclusions)
        implements InstanceCommand {
    private static final int MAXIMUM = 20;

    public SetMaintenanceWindows {
        windows = List.copyOf(windows);
        exclusions = List.copyOf(exclusions);
        if (windows.size() > MAXIMUM || exclusions.size() > MAXIMUM) {
            throw RejectedException.invalid("windows", "An instance has at most 20 windows and at most 20 exclusions.");
        }
        if (windows.stream().map(MaintenanceWindow::name).distinct().count() < windows.size()) {
            throw RejectedException.invalid("windows", "Each window needs a name of its own.");
        }
    }
}
