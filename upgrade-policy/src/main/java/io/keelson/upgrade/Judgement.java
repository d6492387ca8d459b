package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
            new ExclusionRule(),
            new WindowRule());

    private Judgement() {}

    static UpgradeDecision of(Case asked) {
        UpgradeDecision now = judged(asked);
        Instant forcedAt = asked.forcedLater();
        if (forcedAt == null || startsBefore(forcedAt, now)) {
            return now;
        }
        UpgradeDecision then = judged(Case.of(asked.question().at(forcedAt), asked.target()));
        return then.outcome() == UpgradeOutcome.STARTS ? waitingFor(forcedAt, now) : now;
    }

    private static boolean startsBefore(Instant forcedAt, UpgradeDecision decision) {
        Instant start = decision.startsAt();
        return start != null
                && start.isBefore(forcedAt)
                && !decision.saying(Verdict.WAITS).contains(UpgradeRule.APPROVAL);
    }

    /** Whatever blocks now blocks only until the date, and then nobody's approval is needed either. */
    private static UpgradeDecision waitingFor(Instant forcedAt, UpgradeDecision now) {
        Instant start = now.startsAt();
        boolean earlier = start != null && start.isBefore(forcedAt);
        return new UpgradeDecision(
                UpgradeOutcome.WAITS,
                now.from(),
                now.target(),
                now.path(),
                now.change(),
                earlier ? now.window() : null,
                earlier ? start : forcedAt,
                now.eligible()
                        ? now.rules()
                        : now.rules().stream()
                                .map(verdict -> until(forcedAt, verdict))
                                .toList(),
                now.decidedAt());
    }

    private static RuleVerdict until(Instant forcedAt, RuleVerdict verdict) {
        boolean blocks = verdict.verdict() == Verdict.BLOCKS;
        if (!blocks && verdict.verdict() != Verdict.WAITS) {
            return verdict;
        }
        Map<String, String> data = new TreeMap<>(verdict.data());
        data.put("forcedAt", forcedAt.toString());
        return new RuleVerdict(
                verdict.rule(),
                verdict.rule() == UpgradeRule.APPROVAL ? Verdict.PASSES : Verdict.WAITS,
                "%s From %s on this security patch is applied whatever was wished."
                        .formatted(verdict.message(), forcedAt),
                data);
    }

    /** What holds at the moment itself, without a look at the dates to come. */
    static UpgradeDecision judged(Case asked) {
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
