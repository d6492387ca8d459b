package io.keelson.upgrade;

import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;

/** A frozen instance takes nothing, except what is forced. */
record PolicyRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        UpdatePolicy policy = asked.settings().policy();
        Map<String, String> data = Map.of("policy", policy.name());
        if (policy != UpdatePolicy.FROZEN) {
            return Rule.passes(UpgradeRule.POLICY, "The policy is %s.".formatted(policy), data);
        }
        return asked.forced()
                ? Rule.forced(UpgradeRule.POLICY, asked)
                : Rule.blocks(UpgradeRule.POLICY, "The policy is FROZEN.", data);
    }
}
