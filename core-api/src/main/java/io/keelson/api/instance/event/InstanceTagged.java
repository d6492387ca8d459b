package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The instance has these tags from now on, and no others.
 *
 * @param tags each once, in the order of the alphabet
 */
@LogicalName("instance.tagged")
@Revision("1")
public record InstanceTagged(InstanceId instanceId, OperationId operationId, List<InstanceTag> tags)
        implements InstanceEvent {
    public InstanceTagged {
        tags = List.copyOf(tags);
    }
}
