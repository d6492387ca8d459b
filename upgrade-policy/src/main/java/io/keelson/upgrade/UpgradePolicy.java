package io.keelson.upgrade;

import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.RuleVerdict;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.version.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one decision about upgrades. Pure: the same question has the same answer, whoever asks. Safe for several threads. */
public final class UpgradePolicy {
    private UpgradePolicy() {}

    /** Decides about the wanted version, or finds the best one when none is wanted. */
    public static UpgradeDecision decide(UpgradeQuestion question) {
        SemanticVersion wanted = question.wanted();
        if (wanted == null) {
            return best(question);
        }
        Optional<KnownRelease> target = question.catalogue().find(wanted);
        return target.isPresent() ? Outlook.of(Case.of(question, target.get())).decision() : unknown(question, wanted);
    }

    /**
     * What can start first of all that needs nobody's approval, the newer of two that can start together; else the newest that
     * needs one; else why the newest is not eligible.
     */
    private static UpgradeDecision best(UpgradeQuestion question) {
        Choice choice = Choice.NONE;
        for (KnownRelease candidate : question.candidates()) {
            Case asked = Case.of(question, candidate);
            if (!asked.leadsOver(question.subject().avoided()) && choice.mayYieldTo(asked)) {
                choice = choice.with(Outlook.of(asked));
            }
            if (choice.isBest(question.at())) {
                break;
            }
        }
        return choice.made().orElseGet(() -> upToDate(question));
    }

    private static UpgradeDecision upToDate(UpgradeQuestion question) {
        RuleVerdict nothing = new RuleVerdict(
                UpgradeRule.CHANNEL,
                Verdict.PASSES,
                "Nothing newer than %s is offered that was not tried in vain."
                        .formatted(question.subject().version()),
                Map.of("version", question.subject().version().value()));
        return new UpgradeDecision(
                UpgradeOutcome.UP_TO_DATE,
                question.subject().version(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(nothing),
                question.at());
    }

    private static UpgradeDecision unknown(UpgradeQuestion question, SemanticVersion wanted) {
        RuleVerdict unknown = new RuleVerdict(
                UpgradeRule.KNOWN,
                Verdict.BLOCKS,
                "There is no version %s of %s."
                        .formatted(wanted, question.catalogue().component()),
                Map.of("version", wanted.value()));
        return new UpgradeDecision(
                UpgradeOutcome.NOT_ELIGIBLE,
                question.subject().version(),
                wanted,
                List.of(),
                null,
                null,
                null,
                List.of(unknown),
                question.at());
    }
}
