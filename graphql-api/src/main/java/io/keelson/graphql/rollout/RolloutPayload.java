package io.keelson.graphql.rollout;

import io.keelson.api.rollout.query.RolloutView;

/** The rollout that a mutation started or changed. */
record RolloutPayload(RolloutView rollout) {}
