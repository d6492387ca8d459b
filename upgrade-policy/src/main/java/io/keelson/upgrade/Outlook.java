package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a case when nobody does anything and only time passes: the dates of a security patch can let it start before
 * its window, and although it is blocked.
 */
record Outlook(Case asked, UpgradeDecision now) {
    private static final Set<UpgradeRule> WAITING_FOR_SOMEBODY =
            EnumSet.of(UpgradeRule.INSTANCE_STATE, UpgradeRule.APPROVAL);

    static Outlook of(Case asked) {
        return new Outlook(asked, Judgement.of(asked));
    }

    /** Whether it starts now or later without anybody's help, dates to come aside. */
    boolean startsByItself() {
        return startsByItself(now);
    }

    /** What is said to whoever asks about this release. */
    UpgradeDecision decision() {
        if (now.eligible() && !startsByItself()) {
            return now;
        }
        UpgradeDecision later = byItsDates();
        return later == null || (now.eligible() && !start(later).isBefore(start(now))) ? now : later;
    }

    /** How it starts by a date to come, or null when none lets it start. */
    @Nullable
    UpgradeDecision byItsDates() {
        return asked.datesToCome().stream()
                .map(date -> Judgement.of(asked.at(date)))
                .filter(Outlook::startsByItself)
                .min(Comparator.comparing(Outlook::start))
                .map(this::waitingFor)
                .orElse(null);
    }

    static Instant start(UpgradeDecision decision) {
        return Objects.requireNonNullElse(decision.startsAt(), Instant.MAX);
    }

    private static boolean startsByItself(UpgradeDecision decision) {
        return decision.eligible() && decision.saying(Verdict.WAITS).stream().noneMatch(WAITING_FOR_SOMEBODY::contains);
    }

    private UpgradeDecision waitingFor(UpgradeDecision then) {
        List<RuleVerdict> verdicts = IntStream.range(0, now.rules().size())
                .mapToObj(
                        rule -> until(then, now.rules().get(rule), then.rules().get(rule)))
                .toList();
        return new UpgradeDecision(
                UpgradeOutcome.WAITS,
                now.from(),
                now.target(),
                now.path(),
                now.change(),
                then.window(),
                then.startsAt(),
                verdicts,
                now.decidedAt());
    }

    private static RuleVerdict until(UpgradeDecision then, RuleVerdict verdict, RuleVerdict later) {
        Instant date = then.decidedAt();
        if (verdict.rule() == UpgradeRule.SECURITY_DATE) {
            return Rule.waits(
                    UpgradeRule.SECURITY_DATE,
                    "By its dates it is applied from %s on.".formatted(then.startsAt()),
                    with(date, verdict));
        }
        if (objects(later) || !objects(verdict)) {
            return later;
        }
        return new RuleVerdict(
                verdict.rule(),
                verdict.rule() == UpgradeRule.APPROVAL ? Verdict.PASSES : Verdict.WAITS,
                "%s From %s on this does not count for a security patch.".formatted(verdict.message(), date),
                with(date, verdict));
    }

    private static Map<String, String> with(Instant date, RuleVerdict verdict) {
        Map<String, String> data = new TreeMap<>(verdict.data());
        data.put("until", date.toString());
        return data;
    }

    private static boolean objects(RuleVerdict verdict) {
        return verdict.verdict() == Verdict.WAITS || verdict.verdict() == Verdict.BLOCKS;
    }
}
