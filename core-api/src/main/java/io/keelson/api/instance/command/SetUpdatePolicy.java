package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.AutoApproval;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says who decides that an instance is upgraded. Twice: changes nothing. Rejected with INSTANCE_NOT_FOUND, or WRONG_STATE when
 * it is terminated or on its way there.
 *
 * @param autoApproval which classes need nobody's approval, or null for what the policy usually means
 */
public record SetUpdatePolicy(
        @TargetAggregateIdentifier InstanceId instanceId,
        UpdatePolicy policy,
        @Nullable AutoApproval autoApproval) implements InstanceCommand {}
