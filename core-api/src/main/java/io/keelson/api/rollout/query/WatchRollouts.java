package io.keelson.api.rollout.query;

import io.keelson.api.rollout.RolloutId;
import org.jspecify.annotations.Nullable;

/**
 * Subscription query: updates are the {@link RolloutView} of every rollout that changes; the initial result is a list with the
 * rollout of that id, or empty.
 *
 * @param rolloutId the only rollout to watch, or null for all
 */
public record WatchRollouts(@Nullable RolloutId rolloutId) {}
