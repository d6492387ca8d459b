package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.Verdict;
import java.util.List;

/** Asks every rule about a case and draws the conclusion. */
final class Judgement {
    private static final List<Rule> RULES = List.of(
            new InstanceStateRule(),
            new DirectionRule(),
            new StatusRule(),
            new ChannelRule(),
            new PinRule(),
            new LineRule(),
            new DriverRule(),
            new PathRule(),
            new DependencyRule(),
            new PolicyRule(),
            new ApprovalRule(),
            new SecurityDateRule(),
            new RolloutRule(),
            new ExclusionRule(),
            new WindowRule());

    private Judgement() {}

    /** What holds at the moment that is asked about, without a look at dates to come. */
    static UpgradeDecision of(Case asked) {
        List<RuleVerdict> verdicts =
                RULES.stream().map(rule -> said(rule, asked)).toList();
        UpgradeOutcome outcome = outcome(verdicts);
        boolean never = outcome == UpgradeOutcome.NOT_ELIGIBLE;
        return new UpgradeDecision(
                outcome,
                asked.subject().version(),
                asked.target().number(),
                asked.path().stream().map(KnownRelease::number).toList(),
                asked.change(),
                never ? null : asked.timing().window(),
                never ? null : asked.timing().startsAt(),
                verdicts,
                asked.at());
    }

    private static RuleVerdict said(Rule rule, Case asked) {
        RuleVerdict verdict = rule.judge(asked);
        boolean objects = verdict.verdict() == Verdict.WAITS || verdict.verdict() == Verdict.BLOCKS;
        return objects && asked.question().overrides(verdict.rule()) ? verdict.overridden() : verdict;
    }

    private static UpgradeOutcome outcome(List<RuleVerdict> verdicts) {
        if (verdicts.stream().anyMatch(verdict -> verdict.verdict() == Verdict.BLOCKS)) {
            return UpgradeOutcome.NOT_ELIGIBLE;
        }
        return verdicts.stream().anyMatch(verdict -> verdict.verdict() == Verdict.WAITS)
                ? UpgradeOutcome.WAITS
                : UpgradeOutcome.STARTS;
    }
}
