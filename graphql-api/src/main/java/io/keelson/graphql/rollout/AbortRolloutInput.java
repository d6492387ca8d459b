package io.keelson.graphql.rollout;

/** Which rollout to end, and why. */
record AbortRolloutInput(String rolloutId, String reason) {}
