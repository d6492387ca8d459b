package io.keelson.job.step;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.version.ProcessArtifact;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long one try of a step may take. */
final class StepTimeouts {
    private static final Duration SHORT = Duration.ofSeconds(60);
    /** Preparation and migrations are the release's own commands; they may load from a registry. */
    private static final Duration LONG = Duration.ofMinutes(10);
    /** A watch ends by itself; it lasts at most an hour. */
    private static final Duration LONGEST = Duration.ofMinutes(65);
    /** The driver's own time-out should end a health check, with a better message. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Set<StepName> STARTS_WHEN_REMOVED = EnumSet.of(StepName.STOP, StepName.RESTORE);

    private StepTimeouts() {}

    static Duration of(StepAttempt attempt, InstanceBlueprint blueprint) {
        if (attempt.step() == StepName.OTHER_PLACE) {
            return LONG;
        }
        if (attempt.action() == StepAction.REMOVE && !STARTS_WHEN_REMOVED.contains(attempt.step())) {
            return SHORT;
        }
        return switch (attempt.step()) {
            case DEPLOY, MIGRATE, BACKUP, VERIFY_BACKUP, RESTORE, PRE_CHECK, SAVE_DATA, REVERSE_MIGRATE, CHECK_DATA ->
                LONG;
            case WATCH -> LONGEST;
            case STOP -> SHORT.plus(healthCheck(blueprint.artifacts().process()));
            case HEALTH_CHECK -> healthCheck(blueprint.artifacts().process());
            default -> SHORT;
        };
    }

    private static Duration healthCheck(@Nullable ProcessArtifact process) {
        return process == null
                ? SHORT
                : Duration.ofSeconds(process.healthTimeoutSeconds()).plus(MARGIN);
    }
}
