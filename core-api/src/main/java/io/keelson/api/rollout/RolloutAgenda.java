package io.keelson.api.rollout;

import io.keelson.api.instance.InstanceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout wants to know next.
 *
 * @param spec what it is to do
 * @param candidates members that it would start if they can; empty when it waits
 * @param soaking members that must still be well, while a stage soaks
 * @param nextLook when time changes something, or null when only an event can
 */
public record RolloutAgenda(
        RolloutSpec spec,
        List<InstanceId> candidates,
        List<InstanceId> soaking,
        @Nullable Instant nextLook) {
    public RolloutAgenda {
        candidates = List.copyOf(candidates);
        soaking = List.copyOf(soaking);
    }

    /** Nothing, until somebody does something. */
    public static RolloutAgenda empty(RolloutSpec spec) {
        return new RolloutAgenda(spec, List.of(), List.of(), null);
    }
}
