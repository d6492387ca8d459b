package io.keelson.api.rollout.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that the upgrade of a member has begun that its customer has approved. Ignored unless the member was proposed.
 */
public record RecordMemberBegan(
        @TargetAggregateIdentifier RolloutId rolloutId, InstanceId instanceId, OperationId operationId)
        implements RolloutCommand {}
