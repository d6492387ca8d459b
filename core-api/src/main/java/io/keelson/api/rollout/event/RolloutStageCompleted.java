package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/** A stage is done. */
@LogicalName("rollout.stage-completed")
@Revision("1")
public record RolloutStageCompleted(RolloutId rolloutId, int stage) implements RolloutEvent {}
