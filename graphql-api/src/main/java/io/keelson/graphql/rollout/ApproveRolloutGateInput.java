package io.keelson.graphql.rollout;

import org.jspecify.annotations.Nullable;

/** Which gate of a rollout to open. */
record ApproveRolloutGateInput(
        String rolloutId, String stage, @Nullable String group) {}
