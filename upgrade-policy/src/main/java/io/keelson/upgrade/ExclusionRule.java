package io.keelson.upgrade;

import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeExclusion;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** No exclusion forbids it now. */
record ExclusionRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        Optional<UpgradeExclusion> forbidding = asked.settings().exclusions().stream()
                .filter(exclusion -> exclusion.forbids(asked.change(), asked.at()))
                .max(Comparator.comparing(UpgradeExclusion::until));
        if (forbidding.isEmpty()) {
            return Rule.passes(UpgradeRule.EXCLUSION, "No exclusion forbids it now.", Map.of());
        }
        if (asked.forced()) {
            return Rule.forced(UpgradeRule.EXCLUSION, asked);
        }
        UpgradeExclusion exclusion = forbidding.get();
        return Rule.waits(
                UpgradeRule.EXCLUSION,
                "Exclusion \"%s\" forbids it until %s.".formatted(exclusion.name(), exclusion.until()),
                Map.of("exclusion", exclusion.name(), "until", exclusion.until().toString()));
    }
}
