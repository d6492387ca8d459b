package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Every member of a stage has had its turn; now it must stay well. */
@LogicalName("rollout.soak-started")
@Revision("1")
public record RolloutSoakStarted(RolloutId rolloutId, int stage, Instant until) implements RolloutEvent {}
