package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/** The rollout does not go on by itself: too many members failed, too few succeeded, or the release is gone. */
@LogicalName("rollout.stopped")
@Revision("1")
public record RolloutStopped(RolloutId rolloutId, int stage, String reason) implements RolloutEvent {}
