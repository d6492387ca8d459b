package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A stage has begun, or goes on after its rollout was held.
 *
 * @param at from when on its patience counts
 */
@LogicalName("rollout.stage-opened")
@Revision("1")
public record RolloutStageOpened(RolloutId rolloutId, int stage, Instant at) implements RolloutEvent {}
