package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutSpec;
import org.axonframework.serialization.Revision;

/**
 * A rollout was started; who belongs to it follows.
 *
 * @param startedBy id of its author
 * @param size how many members it has
 */
@LogicalName("rollout.started")
@Revision("1")
public record RolloutStarted(RolloutId rolloutId, RolloutSpec spec, int size, String startedBy)
        implements RolloutEvent {}
