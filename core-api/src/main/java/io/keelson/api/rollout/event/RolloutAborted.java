package io.keelson.api.rollout.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.rollout.RolloutId;
import org.axonframework.serialization.Revision;

/** A person has ended the rollout, for the reason in the metadata; members that had no turn have none. */
@LogicalName("rollout.aborted")
@Revision("1")
public record RolloutAborted(RolloutId rolloutId) implements RolloutEvent {}
