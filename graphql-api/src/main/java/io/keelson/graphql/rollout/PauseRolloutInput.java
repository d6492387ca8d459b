package io.keelson.graphql.rollout;

/** Which rollout to hold. */
record PauseRolloutInput(String rolloutId) {}
