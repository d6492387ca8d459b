package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Protects an instance from termination, or no longer; needs a reason in the metadata. Twice: changes nothing. Rejected
 * with INSTANCE_NOT_FOUND, or WRONG_STATE when it is terminated or on its way there.
 */
public record SetDeletionProtection(@TargetAggregateIdentifier InstanceId instanceId, boolean on)
        implements InstanceCommand {}
