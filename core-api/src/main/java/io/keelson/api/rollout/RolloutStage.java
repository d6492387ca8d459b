package io.keelson.api.rollout;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a rollout; the next one begins when it has succeeded and its soak is over.
 *
 * @param name unique in the rollout
 * @param groups 1 to 50; an instance belongs to the first group of the rollout that selects it
 * @param concurrency how many of its members may be upgraded at once
 * @param failureBudget how many of its members may fail; one more stops the rollout
 * @param exactBudget whether no more are upgraded at once than could fail, so that never more than one above the budget does;
 *     otherwise those under way when the budget is spent may add to it
 * @param minimumSuccesses how many of its members must have been upgraded, or the rollout stops; null for none
 * @param soak how long it must go well afterwards, up to 30 days
 */
public record RolloutStage(
        String name,
        List<RolloutGroup> groups,
        Share concurrency,
        Share failureBudget,
        boolean exactBudget,
        @Nullable Share minimumSuccesses,
        RolloutGate gate,
        Duration soak) {
    private static final int MAXIMUM_NAME = 63;
    private static final int MOST_GROUPS = 50;
    private static final Duration LONGEST_SOAK = Duration.ofDays(30);

    public RolloutStage {
        name = Require.text("name", name, MAXIMUM_NAME);
        groups = List.copyOf(groups);
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw RejectedException.invalid("groups", "groups must be 1 to %d.".formatted(MOST_GROUPS));
        }
        if (groups.stream().map(RolloutGroup::name).distinct().count() != groups.size()) {
            throw RejectedException.invalid("groups", "groups must have different names.");
        }
        if (soak.isNegative() || soak.compareTo(LONGEST_SOAK) > 0) {
            throw RejectedException.invalid("soak", "soak must be 0 seconds to 30 days.");
        }
    }
}
