package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.version.VersionRange;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says which versions an instance accepts and which line of long-term support it keeps to; null takes the limit away. Twice:
 * changes nothing. Rejected with INSTANCE_NOT_FOUND, or WRONG_STATE when it is terminated or on its way there.
 */
public record PinInstance(
        @TargetAggregateIdentifier InstanceId instanceId,
        @Nullable VersionRange pin,
        @Nullable VersionRange line) implements InstanceCommand {}
