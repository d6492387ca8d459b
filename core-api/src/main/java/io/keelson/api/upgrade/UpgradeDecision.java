package io.keelson.api.upgrade;

import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision about one instance and one version at one moment, with every rule that decided.
 *
 * @param from the version that runs
 * @param target the version that it is about, or null when there is nothing newer
 * @param path versions to take, one after the other, the last one being the target; empty unless they are known
 * @param change how much the target changes, or null when it is unknown
 * @param window the opening in which it starts, or null when it needs none or never starts
 * @param startsAt when it can start at the earliest as things are, approvals aside; null when it cannot
 * @param rules one verdict per rule that was asked, in the order of {@link UpgradeRule}
 */
public record UpgradeDecision(
        UpgradeOutcome outcome,
        SemanticVersion from,
        @Nullable SemanticVersion target,
        List<SemanticVersion> path,
        @Nullable ChangeClass change,
        @Nullable OpenWindow window,
        @Nullable Instant startsAt,
        List<RuleVerdict> rules,
        Instant decidedAt) {
    private static final Set<UpgradeRule> LASTING =
            EnumSet.of(UpgradeRule.KNOWN, UpgradeRule.DIRECTION, UpgradeRule.STATUS);

    public UpgradeDecision {
        path = List.copyOf(path);
        rules = List.copyOf(rules);
    }

    /** Whether nothing but waiting, or nothing at all, stands between the instance and the version. */
    public boolean eligible() {
        return outcome == UpgradeOutcome.STARTS || outcome == UpgradeOutcome.WAITS;
    }

    /**
     * Whether waiting helps no more: the version will not be offered again, is not newer any more, or another one has to be
     * taken before it.
     */
    public boolean overtaken() {
        return path.size() > 1 || saying(Verdict.BLOCKS).stream().anyMatch(LASTING::contains);
    }

    /** The rules that say this. */
    public List<UpgradeRule> saying(Verdict verdict) {
        return rules.stream()
                .filter(rule -> rule.verdict() == verdict)
                .map(RuleVerdict::rule)
                .toList();
    }

    /** What the first rule that blocks says, or what is waited for; empty when it starts. */
    public String obstacle() {
        return Stream.of(Verdict.BLOCKS, Verdict.WAITS)
                .flatMap(verdict -> rules.stream().filter(rule -> rule.verdict() == verdict))
                .map(RuleVerdict::message)
                .findFirst()
                .orElse("");
    }
}
