package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import java.util.Map;

/** One reason for or against an upgrade. It only looks at the case. */
@FunctionalInterface
interface Rule {
    RuleVerdict judge(Case asked);

    static RuleVerdict passes(UpgradeRule rule, String message, Map<String, String> data) {
        return new RuleVerdict(rule, Verdict.PASSES, message, data);
    }

    static RuleVerdict waits(UpgradeRule rule, String message, Map<String, String> data) {
        return new RuleVerdict(rule, Verdict.WAITS, message, data);
    }

    static RuleVerdict blocks(UpgradeRule rule, String message, Map<String, String> data) {
        return new RuleVerdict(rule, Verdict.BLOCKS, message, data);
    }

    /** A rule about a customer's wish, which no longer counts. */
    static RuleVerdict forced(UpgradeRule rule, Case asked) {
        return passes(
                rule,
                "Since %s this security patch is applied whatever was wished."
                        .formatted(asked.target().standing().securityDates().forcedAt()),
                Map.of("forced", "true"));
    }
}
