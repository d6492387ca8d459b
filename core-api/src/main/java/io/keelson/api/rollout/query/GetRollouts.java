package io.keelson.api.rollout.query;

import io.keelson.api.rollout.RolloutId;
import java.util.List;

/** Asks for rollouts by id; answers a list of {@link RolloutView} in no order, unknown ones left out. */
public record GetRollouts(List<RolloutId> ids) {}
