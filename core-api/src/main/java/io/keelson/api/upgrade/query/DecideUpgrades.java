package io.keelson.api.upgrade.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks what would become of upgrades at a moment; answers a list of {@link DecidedUpgrade} in no order, unknown instances left
 * out. Nothing is changed.
 *
 * @param version the version that is asked about, or null for the best one of each
 * @param rollout the rollout that asks, or null
 * @param overrides rules that whoever asks would set aside
 */
public record DecideUpgrades(
        List<InstanceId> instances,
        @Nullable SemanticVersion version,
        Instant at,
        @Nullable RolloutId rollout,
        Set<UpgradeRule> overrides) {
    public DecideUpgrades {
        overrides = Set.copyOf(overrides);
    }

    /** What somebody asks outside of rollouts. */
    public DecideUpgrades(List<InstanceId> instances, @Nullable SemanticVersion version, Instant at) {
        this(instances, version, at, null, Set.of());
    }
}
