package io.keelson.api.suspension.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.SuspensionId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * These instances are let go; few at a time, as they were listed.
 *
 * @param released how many instances of the suspension are let go by now, with these
 * @param last whether these are the last ones
 */
@LogicalName("suspension.instances-released")
@Revision("1")
public record InstancesReleased(SuspensionId suspensionId, List<InstanceId> instances, int released, boolean last)
        implements SuspensionEvent {
    public InstancesReleased {
        instances = List.copyOf(instances);
    }
}
