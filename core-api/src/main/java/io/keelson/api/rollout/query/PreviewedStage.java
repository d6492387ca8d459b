package io.keelson.api.rollout.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a stage of a rollout would go.
 *
 * @param opensAt when it would begin, or null
 * @param completedAt when it would be done, its soak included, or null
 * @param needsApproval whether somebody must agree before it, or before a group of it, begins
 */
public record PreviewedStage(
        String name,
        int size,
        @Nullable Instant opensAt,
        @Nullable Instant completedAt,
        boolean needsApproval) {}
