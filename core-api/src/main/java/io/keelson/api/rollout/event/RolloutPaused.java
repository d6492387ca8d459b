package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/** A person holds the rollout; what is under way ends. */
@LogicalName("rollout.paused")
@Revision("1")
public record RolloutPaused(RolloutId rolloutId) implements RolloutEvent {}
