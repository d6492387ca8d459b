package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutPlace;
import org.axonframework.serialization.Revision;

/**
 * Somebody has agreed that a stage or group begins.
 *
 * @param approvedBy id of the actor
 */
@LogicalName("rollout.gate-approved")
@Revision("1")
public record RolloutGateApproved(RolloutId rolloutId, RolloutPlace place, String approvedBy) implements RolloutEvent {}
