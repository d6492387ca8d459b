package io.keelson.upgrade.rollout;

import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import java.time.Instant;
import java.util.List;

/** Translates the decision about one upgrade for the rollout that asks for it. */
public final class Readiness {
    private Readiness() {}

    public static MemberReadiness of(UpgradeDecision decision) {
        if (decision.eligible() && decision.path().size() > 1) {
            return skip("It must take %s before %s."
                    .formatted(decision.path().getFirst(), decision.path().getLast()));
        }
        return switch (decision.outcome()) {
            case STARTS -> MemberReadiness.READY;
            case WAITS -> waits(decision);
            case NOT_ELIGIBLE -> blocked(decision);
            case UP_TO_DATE -> skip(decision.obstacle());
        };
    }

    private static MemberReadiness waits(UpgradeDecision decision) {
        List<UpgradeRule> waitsFor = decision.saying(Verdict.WAITS);
        // Whoever approves a proposal begins it, so it must not be made before its turn.
        if (waitsFor.contains(UpgradeRule.APPROVAL) && !waitsFor.contains(UpgradeRule.ROLLOUT)) {
            return new MemberReadiness(MemberReadiness.Kind.PROPOSE, null, decision.obstacle());
        }
        Instant starts = decision.startsAt();
        boolean known = starts != null && starts.isAfter(decision.decidedAt());
        return new MemberReadiness(MemberReadiness.Kind.WAIT, known ? starts : null, decision.obstacle());
    }

    private static MemberReadiness blocked(UpgradeDecision decision) {
        boolean gone = decision.saying(Verdict.BLOCKS).stream()
                .anyMatch(rule -> rule == UpgradeRule.KNOWN || rule == UpgradeRule.STATUS);
        return gone
                ? new MemberReadiness(MemberReadiness.Kind.STOP, null, decision.obstacle())
                : skip(decision.obstacle());
    }

    private static MemberReadiness skip(String reason) {
        return new MemberReadiness(MemberReadiness.Kind.SKIP, null, reason);
    }
}
