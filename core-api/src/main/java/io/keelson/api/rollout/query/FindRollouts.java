package io.keelson.api.rollout.query;

import io.keelson.api.query.Page;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.version.ComponentName;
import org.jspecify.annotations.Nullable;

/**
 * Asks for rollouts, the newest first; answers one {@link RolloutPage}.
 *
 * @param state or null for any
 * @param component or null for any
 */
public record FindRollouts(
        @Nullable RolloutState state, @Nullable ComponentName component, Page page) {}
