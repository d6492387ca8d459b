package io.keelson.api.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a rollout, or a group of it.
 *
 * @param stage from 0
 * @param group from 0, or null for the stage as a whole
 */
public record RolloutPlace(
        int stage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer group) {
    public static RolloutPlace ofStage(int stage) {
        return new RolloutPlace(stage, null);
    }
}
