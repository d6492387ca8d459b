package io.keelson.upgrade;

import io.keelson.api.rollout.RolloutId;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param wanted the version that is asked about, or null for the best one
 * @param overrides rules that a person sets aside; only those that may be count
 * @param approved whether somebody has approved this version
 * @param rollout the rollout that asks, or null
 * @param at the moment that counts as now
 */
public record UpgradeQuestion(
        UpgradeSubject subject,
        Catalogue catalogue,
        @Nullable SemanticVersion wanted,
        Set<UpgradeRule> overrides,
        boolean approved,
        @Nullable RolloutId rollout,
        Instant at) {
    public UpgradeQuestion {
        overrides = Set.copyOf(overrides);
    }

    /** What somebody asks outside of rollouts. */
    public UpgradeQuestion(
            UpgradeSubject subject,
            Catalogue catalogue,
            @Nullable SemanticVersion wanted,
            Set<UpgradeRule> overrides,
            boolean approved,
            Instant at) {
        this(subject, catalogue, wanted, overrides, approved, null, at);
    }

    /** What the scheduler asks: is there anything to do. */
    public UpgradeQuestion(UpgradeSubject subject, Catalogue catalogue, Instant at) {
        this(subject, catalogue, null, Set.of(), false, at);
    }

    UpgradeQuestion at(Instant moment) {
        return new UpgradeQuestion(subject, catalogue, wanted, overrides, approved, moment);
    }

    boolean overrides(UpgradeRule rule) {
        return rule.overridable() && overrides.contains(rule);
    }

    /** Newer releases that can be meant when nobody names one, newest first. */
    List<KnownRelease> candidates() {
        return catalogue.newerThan(subject.version()).stream()
                .filter(subject::offers)
                .toList()
                .reversed();
    }
}
