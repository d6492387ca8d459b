package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.time.Instant;
import java.util.Map;

/** A person has approved, or the customer's rules or the dates of a security patch say that nobody needs to. */
record ApprovalRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        Map<String, String> data = Map.of("change", asked.change().name());
        if (asked.forced()) {
            return Rule.forced(UpgradeRule.APPROVAL, asked);
        }
        if (asked.question().approved()) {
            return Rule.passes(UpgradeRule.APPROVAL, "It was approved.", data);
        }
        if (asked.settings().autoApproval().allows(asked.change())) {
            return Rule.passes(
                    UpgradeRule.APPROVAL, "A %s change needs no approval here.".formatted(asked.change()), data);
        }
        Instant automatic = asked.target().standing().securityDates().autoAppliedAfter();
        if (asked.target().securityPatch() && automatic != null && !asked.at().isBefore(automatic)) {
            return Rule.passes(
                    UpgradeRule.APPROVAL, "Since %s this security patch needs no approval.".formatted(automatic), data);
        }
        return Rule.waits(
                UpgradeRule.APPROVAL, "A %s change must be approved by somebody.".formatted(asked.change()), data);
    }
}
