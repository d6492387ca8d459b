package io.keelson.upgrade;

import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeRule;
import java.util.Map;

/**
 * Rollouts have their turns on an instance in the order in which they were started, and nothing is upgraded by itself before its
 * turn. A person who names a version does not wait for one.
 */
record RolloutRule() implements Rule {
    @Override
    public RuleVerdict judge(Case asked) {
        RolloutHold hold = asked.subject().heldBy();
        UpgradeQuestion question = asked.question();
        if (hold == null || hold.rolloutId().equals(question.rollout())) {
            return Rule.passes(UpgradeRule.ROLLOUT, "No other rollout has a turn first.", Map.of());
        }
        if (asked.forced()) {
            return Rule.forced(UpgradeRule.ROLLOUT, asked);
        }
        Map<String, String> data = Map.of(
                "rollout", hold.rolloutId().toString(),
                "version", hold.version().value());
        return question.rollout() == null && question.wanted() != null
                ? Rule.passes(UpgradeRule.ROLLOUT, "Somebody has named the version.", data)
                : Rule.waits(
                        UpgradeRule.ROLLOUT,
                        "%s brings it to %s in its turn.".formatted(hold.rolloutId(), hold.version()),
                        data);
    }
}
