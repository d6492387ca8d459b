package io.keelson.api.rollout.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a rollout do what can be done now. Answers with a {@link RolloutAgenda}; what is said of members that it does not ask
 * about is ignored, so repeating it does no harm. Does nothing unless it runs.
 *
 * @param readiness of members that the agenda named as candidates
 * @param unwell why, of members that soak and are not well any more; null when nobody has looked, and then no soak ends
 */
public record AdvanceRollout(
        @TargetAggregateIdentifier RolloutId rolloutId,
        Map<InstanceId, MemberReadiness> readiness,
        @Nullable Map<InstanceId, String> unwell)
        implements RolloutCommand {
    public AdvanceRollout {
        readiness = Map.copyOf(readiness);
        unwell = unwell == null ? null : Map.copyOf(unwell);
    }

    /** Asks for the agenda, and lets pass what only waited for the time. */
    public AdvanceRollout(RolloutId rolloutId) {
        this(rolloutId, Map.of(), null);
    }
}
