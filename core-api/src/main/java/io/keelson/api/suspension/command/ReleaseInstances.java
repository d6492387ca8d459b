package io.keelson.api.suspension.command;

import io.keelson.api.suspension.SuspensionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets the next few instances of a lifted suspension go. Ignored unless {@code released} is how many were let go before.
 *
 * @param released how many instances were let go before
 */
public record ReleaseInstances(@TargetAggregateIdentifier SuspensionId suspensionId, int released)
        implements SuspensionCommand {}
