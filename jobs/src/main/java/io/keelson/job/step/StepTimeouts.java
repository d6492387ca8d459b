package io.keelson.job.step;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.version.ProcessArtifact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long one try of a step may take. */
final class StepTimeouts {
    private static final Duration SHORT = Duration.ofSeconds(60);
    /** Preparation and migrations are the release's own commands; they may load from a registry. */
    private static final Duration LONG = Duration.ofMinutes(10);
    /** The driver's own time-out should end a health check, with a better message. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private StepTimeouts() {}

    static Duration of(StepAttempt attempt, InstanceBlueprint blueprint) {
        if (attempt.action() == StepAction.REMOVE) {
            return SHORT;
        }
        return switch (attempt.step()) {
            case DEPLOY, MIGRATE -> LONG;
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
