package io.keelson.api.suspension.command;

import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.HoldOutcome;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes what a hold has come to. Ignored when it is so already.
 *
 * @param message one sentence for a human
 */
public record RecordHoldOutcome(@TargetAggregateIdentifier HoldId holdId, HoldOutcome outcome, String message)
        implements HoldCommand {}
