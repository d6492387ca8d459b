package io.keelson.api.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must have happened before a stage or a group begins.
 *
 * @param approval whether another person than the author of the rollout must agree
 * @param notBefore the moment before which it does not begin, or null
 */
public record RolloutGate(boolean approval, @Nullable Instant notBefore) {
    /** Nothing. */
    public static final RolloutGate OPEN = new RolloutGate(false, null);
}
