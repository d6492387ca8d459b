package io.keelson.api.rollout.query;

import io.keelson.api.rollout.RolloutState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rollout would go.
 *
 * @param state how it would end; RUNNING when it would not end within the time that is looked ahead
 * @param reason why it would stop, or empty
 * @param endsAt when it would end, or null when it would not
 * @param stages in order; those that would not begin have no times
 * @param members in the order of their turns
 */
public record RolloutPreview(
        RolloutState state,
        String reason,
        @Nullable Instant endsAt,
        List<PreviewedStage> stages,
        List<PreviewedMember> members) {
    public RolloutPreview {
        stages = List.copyOf(stages);
        members = List.copyOf(members);
    }
}
