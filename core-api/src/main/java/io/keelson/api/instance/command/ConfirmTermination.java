package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Agrees to the termination of an instance that demands a second person: from then on any other actor may terminate it.
 * Needs a reason in the metadata. Twice by the same actor: changes nothing. Rejected with INSTANCE_NOT_FOUND, or WRONG_STATE
 * when it demands no second person, or is terminated or on its way there.
 */
public record ConfirmTermination(@TargetAggregateIdentifier InstanceId instanceId) implements InstanceCommand {}
