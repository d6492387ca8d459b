package io.keelson.api.rollout.query;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Asks how a rollout would go if it started at a moment; answers one {@link RolloutPreview}. Nothing is changed. Gates and
 * proposals are taken to be approved as soon as they are asked for, and instances to stay as they are.
 *
 * @param upgradeDuration how long one upgrade is taken to last, 1 second to 1 day
 * @param failing instances whose upgrade is taken to fail
 */
public record PreviewRollout(RolloutSpec spec, Instant at, Duration upgradeDuration, Set<InstanceId> failing) {
    /** How long an upgrade takes when nobody says. */
    public static final Duration UPGRADE_DURATION = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofDays(1);

    public PreviewRollout {
        failing = Set.copyOf(failing);
        if (upgradeDuration.compareTo(Duration.ofSeconds(1)) < 0 || upgradeDuration.compareTo(LONGEST) > 0) {
            throw RejectedException.invalid("upgradeDuration", "upgradeDuration must be 1 second to 1 day.");
        }
    }
}
