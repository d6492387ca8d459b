package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says how an instance is protected from termination; needs a reason in the metadata. Twice: changes nothing. Rejected
 * with INSTANCE_NOT_FOUND, or WRONG_STATE when it is terminated or on its way there.
 *
 * @param on whether it must not be terminated at all
 * @param secondPerson whether one actor must confirm a termination and another one ask for it
 */
public record SetDeletionProtection(
        @TargetAggregateIdentifier InstanceId instanceId, boolean on, boolean secondPerson)
        implements InstanceCommand {}
