package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/** A person lets the rollout go on. */
@LogicalName("rollout.resumed")
@Revision("1")
public record RolloutResumed(RolloutId rolloutId) implements RolloutEvent {}
