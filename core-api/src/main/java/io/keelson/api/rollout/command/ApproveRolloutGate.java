package io.keelson.api.rollout.command;

import io.keelson.api.rollout.RolloutId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Agrees that a stage or group begins. Twice changes nothing. Rejected with WRONG_STATE when there is no such gate or the
 * rollout is over, CONFIRMATION_MISSING when its author says so.
 *
 * @param stage its name
 * @param group its name, or null for the gate of the whole stage
 */
public record ApproveRolloutGate(
        @TargetAggregateIdentifier RolloutId rolloutId,
        String stage,
        @Nullable String group) implements RolloutCommand {}
