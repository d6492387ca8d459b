package io.keelson.api.suspension.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.SuspensionId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * These instances are held by the suspension; few at a time, so that no transaction grows with the fleet.
 *
 * @param instances in the order of their ids; may be empty
 * @param last whether these are the last ones
 */
@LogicalName("suspension.instances-listed")
@Revision("1")
public record InstancesListed(SuspensionId suspensionId, List<InstanceId> instances, boolean last)
        implements SuspensionEvent {
    public InstancesListed {
        instances = List.copyOf(instances);
    }
}
