package io.keelson.api.rollout.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what has become of the upgrade of a member. Late and repeated ones are ignored.
 *
 * @param outcome PENDING when it could not begin after all
 */
public record RecordMemberOutcome(
        @TargetAggregateIdentifier RolloutId rolloutId,
        InstanceId instanceId,
        OperationId operationId,
        MemberOutcome outcome,
        String reason)
        implements RolloutCommand {}
