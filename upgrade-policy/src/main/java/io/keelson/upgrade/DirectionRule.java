package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import java.util.Map;

/** Upgrades only go forward. */
record DirectionRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        SemanticVersion from = asked.subject().version();
        SemanticVersion to = asked.target().number();
        Map<String, String> data = Map.of("from", from.value(), "to", to.value());
        if (asked.question().catalogue().compare(to, from) > 0) {
            return Rule.passes(UpgradeRule.DIRECTION, "%s is newer than %s.".formatted(to, from), data);
        }
        return to.equals(from)
                ? Rule.blocks(UpgradeRule.DIRECTION, "The instance runs %s already.".formatted(to), data)
                : Rule.blocks(
                        UpgradeRule.DIRECTION,
                        "%s is older than %s; going back is a rollback, not an upgrade.".formatted(to, from),
                        data);
    }
}
