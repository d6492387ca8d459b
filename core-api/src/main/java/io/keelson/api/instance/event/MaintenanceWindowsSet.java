package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeExclusion;
import java.util.List;
import org.axonframework.serialization.Revision;

/** It was decided when upgrades of the instance may start. */
@LogicalName("instance.maintenance-windows-set")
@Revision("1")
public record MaintenanceWindowsSet(
        InstanceId instanceId,
        OperationId operationId,
        List<MaintenanceWindow> windows,
        List<UpgradeExclusion> exclusions)
        implements InstanceEvent {
    public MaintenanceWindowsSet {
        windows = List.copyOf(windows);
        exclusions = List.copyOf(exclusions);
    }
}
