package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/** Every member has had its turn. */
@LogicalName("rollout.completed")
@Revision("1")
public record RolloutCompleted(RolloutId rolloutId) implements RolloutEvent {}
