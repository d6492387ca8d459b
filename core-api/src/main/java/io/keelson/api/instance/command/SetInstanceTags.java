package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceTag;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts these tags in the place of all that the instance has, whatever is being done to it. Twice: changes nothing. Rejected
 * with INSTANCE_NOT_FOUND, or WRONG_STATE when it is terminating or terminated.
 *
 * @param tags at most 50; in any order
 */
public record SetInstanceTags(@TargetAggregateIdentifier InstanceId instanceId, List<InstanceTag> tags)
        implements InstanceCommand {
    public SetInstanceTags {
        tags = InstanceTag.distinct(tags);
    }
}
