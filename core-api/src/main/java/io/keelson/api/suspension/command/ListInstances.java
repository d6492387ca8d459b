package io.keelson.api.suspension.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next few instances to hold. Ignored unless {@code after} is the last one found, and once the suspension is
 * lifted.
 *
 * @param after the last instance of the part before, or null for the first part
 */
public record ListInstances(
        @TargetAggregateIdentifier SuspensionId suspensionId,
        @Nullable InstanceId after) implements SuspensionCommand {}
