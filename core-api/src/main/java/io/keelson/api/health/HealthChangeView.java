package io.keelson.api.health;

import io.keelson.api.instance.InstanceHealth;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the health of an instance.
 *
 * @param health from then on
 * @param reason what was found, in one sentence
 * @param leftAlone whether Keelson gave up starting it again
 * @param lastWords the last lines of a workload that had died, or null
 */
public record HealthChangeView(
        UUID id,
        InstanceHealth health,
        String reason,
        boolean leftAlone,
        @Nullable String lastWords,
        Instant changedAt) {}
