package io.keelson.upgrade.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void whatNeedsApprovalIsProposed() {
        assertThat(Readiness.of(waits(UpgradeRule.APPROVAL, UpgradeRule.WINDOW)).kind())
                .isEqualTo(MemberReadiness.Kind.PROPOSE);
    }

    @Test
    void nothingIsProposedBeforeAnOlderRolloutHasHadItsTurn() {
        assertThat(Readiness.of(waits(UpgradeRule.APPROVAL, UpgradeRule.ROLLOUT)))
                .isEqualTo(new MemberReadiness(
                        MemberReadiness.Kind.WAIT,
                        null,
                        waits(UpgradeRule.APPROVAL, UpgradeRule.ROLLOUT).obstacle()));
    }

    private static UpgradeDecision waits(UpgradeRule... rules) {
        SemanticVersion target = new SemanticVersion("1.1.0");
        return new UpgradeDecision(
                UpgradeOutcome.WAITS,
                new SemanticVersion("1.0.0"),
                target,
                List.of(target),
                ChangeClass.MINOR,
                null,
                null,
                Stream.of(rules)
                        .map(rule -> new RuleVerdict(rule, Verdict.WAITS, "Waits for " + rule, Map.of()))
                        .toList(),
                Plans.NOON);
    }
}
