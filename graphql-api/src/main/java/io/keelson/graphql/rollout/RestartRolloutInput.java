package io.keelson.graphql.rollout;

import org.jspecify.annotations.Nullable;

/**
 * Which stopped rollout to let go on.
 *
 * @param retryFailed null means no
 */
record RestartRolloutInput(String rolloutId, @Nullable Boolean retryFailed) {}
