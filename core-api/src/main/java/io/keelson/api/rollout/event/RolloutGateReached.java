package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutPlace;
import org.axonframework.serialization.Revision;

/** A stage or group waits for the approval of another person than the author. */
@LogicalName("rollout.gate-reached")
@Revision("1")
public record RolloutGateReached(RolloutId rolloutId, RolloutPlace place) implements RolloutEvent {}
