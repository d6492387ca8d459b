package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;

/** The pin accepts the version. */
record PinRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        return RangeVerdict.of(UpgradeRule.PIN, asked, asked.settings().pin(), "is pinned to");
    }
}
