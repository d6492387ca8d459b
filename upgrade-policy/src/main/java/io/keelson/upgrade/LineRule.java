package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;

/** The version belongs to the line of long-term support. */
record LineRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        return RangeVerdict.of(UpgradeRule.LINE, asked, asked.settings().line(), "keeps to the line");
    }
}
