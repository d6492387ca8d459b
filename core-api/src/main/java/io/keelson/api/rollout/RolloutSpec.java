package io.keelson.api.rollout;

import io.keelson.api.error.RejectedException;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rollout is to do. It is fixed when the rollout starts.
 *
 * @param component whose instances are upgraded
 * @param stages 1 to 20, one after the other
 * @param patience how long a stage waits for members that cannot begin yet, 1 minute to 90 days; then they are skipped
 * @param overrides rules that are set aside for every member
 */
public record RolloutSpec(
        ComponentName component,
        SemanticVersion version,
        List<RolloutStage> stages,
        Duration patience,
        Set<UpgradeRule> overrides) {
    /** Soaking starts when every member is there, or after this time (GKE rollout sequencing). */
    public static final Duration PATIENCE = Duration.ofDays(30);

    private static final int MOST_STAGES = 20;
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration MOST_PATIENCE = Duration.ofDays(90);

    public RolloutSpec {
        stages = List.copyOf(stages);
        overrides = Collections.unmodifiableSet(new TreeSet<>(overrides));
        if (stages.isEmpty() || stages.size() > MOST_STAGES) {
            throw RejectedException.invalid("stages", "stages must be 1 to %d.".formatted(MOST_STAGES));
        }
        if (stages.stream().map(RolloutStage::name).distinct().count() != stages.size()) {
            throw RejectedException.invalid("stages", "stages must have different names.");
        }
        if (patience.compareTo(LEAST_PATIENCE) < 0 || patience.compareTo(MOST_PATIENCE) > 0) {
            throw RejectedException.invalid("patience", "patience must be 1 minute to 90 days.");
        }
        overrides.stream().filter(rule -> !rule.overridable()).findFirst().ifPresent(rule -> {
            throw RejectedException.invalid("override", "Rule %s cannot be set aside.".formatted(rule));
        });
    }
}
