package io.keelson.api.rollout;

import io.keelson.api.error.Require;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stage; the groups of a stage are worked on side by side.
 *
 * @param name unique in its stage
 * @param concurrency how many of its members may be upgraded at once, or null for no other limit than the stage's
 * @param failureBudget how many of its members may fail, or null for no other limit than the stage's
 * @param gate holds this group only
 */
public record RolloutGroup(
        String name,
        MemberSelector selector,
        @Nullable Share concurrency,
        @Nullable Share failureBudget,
        RolloutGate gate) {
    private static final int MAXIMUM_NAME = 63;

    public RolloutGroup {
        name = Require.text("name", name, MAXIMUM_NAME);
    }
}
