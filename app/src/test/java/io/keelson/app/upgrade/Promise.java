package io.keelson.app.upgrade;

import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import java.util.Objects;

/** What was said about an instance and must come true while nobody does anything. */
record Promise(UpgradeDecision said) {
    /** When it starts by itself, or null when nothing starts without somebody's help. */
    Instant startsAt() {
        return said.eligible() && !waitsForSomebody() ? said.startsAt() : null;
    }

    boolean waitsForSomebody() {
        return said.saying(Verdict.WAITS).contains(UpgradeRule.APPROVAL)
                || said.saying(Verdict.WAITS).contains(UpgradeRule.INSTANCE_STATE);
    }

    /** The version that is taken next. */
    SemanticVersion next() {
        return said.path().isEmpty() ? null : said.path().getFirst();
    }

    /** Whether what is said now is what was said, seen from a later moment. */
    boolean isKeptBy(UpgradeDecision now) {
        Instant start = startsAt();
        if (start == null) {
            return now.outcome() == said.outcome() && Objects.equals(now.target(), said.target());
        }
        UpgradeOutcome expected = now.decidedAt().isBefore(start) ? UpgradeOutcome.WAITS : UpgradeOutcome.STARTS;
        return now.outcome() == expected
                && start.equals(now.startsAt())
                && now.path().equals(said.path());
    }
}
