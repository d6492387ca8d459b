package io.keelson.query.instance;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradePolicy;
import io.keelson.upgrade.UpgradeQuestion;
import io.keelson.upgrade.UpgradeSubject;
import io.keelson.upgrade.rollout.RolloutWorld;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The instances of a preview: as they are, but those that an operation changes, or still builds, count as free and active. */
final class PreviewedFleet implements RolloutWorld {
    /** Rules that time alone never satisfies: somebody must do something first. */
    private static final Set<UpgradeRule> OF_SOMEBODY = EnumSet.of(UpgradeRule.INSTANCE_STATE, UpgradeRule.ROLLOUT);

    /** @param approved whether its customer has agreed to the version already */
    private record Prospect(UpgradeSubject subject, boolean approved) {}

    private final RolloutId rollout;
    private final RolloutSpec spec;
    private final Catalogue catalogue;
    private final @Nullable Instant forcedAt;
    private final Map<InstanceId, Prospect> prospects = new HashMap<>();
    /** Since instances stay as they are, these need not be decided about again and again until the patience is over. */
    private final Map<InstanceId, UpgradeDecision> stuck = new HashMap<>();

    PreviewedFleet(
            RolloutId rollout,
            RolloutSpec spec,
            RolloutFleet fleet,
            Map<InstanceId, RolloutHold> holds,
            UpgradeSubjects subjects) {
        this.rollout = rollout;
        this.spec = spec;
        catalogue = subjects.catalogue(spec.component());
        forcedAt = catalogue
                .find(spec.version())
                .map(release -> release.standing().securityDates().forcedAt())
                .orElse(null);
        fleet.candidates()
                .forEach((id, view) ->
                        prospects.put(id, new Prospect(free(subjects.subject(view, holds.get(id))), isApproved(view))));
    }

    private static UpgradeSubject free(UpgradeSubject subject) {
        return new UpgradeSubject(
                subject.version(),
                subject.driver(),
                subject.status() == InstanceStatus.PROVISIONING ? InstanceStatus.ACTIVE : subject.status(),
                false,
                subject.settings(),
                subject.offered(),
                subject.avoided(),
                subject.heldBy());
    }

    private boolean isApproved(InstanceView view) {
        UpgradeProposal proposal = view.upgrades().proposal();
        return proposal != null && proposal.target().equals(spec.version()) && proposal.approvedBy() != null;
    }

    @Override
    public UpgradeDecision decide(InstanceId instanceId, Instant at, boolean approved) {
        UpgradeDecision before = stuck.get(instanceId);
        if (before != null && (forcedAt == null || at.isBefore(forcedAt))) {
            return again(before, at);
        }
        Prospect prospect = Objects.requireNonNull(prospects.get(instanceId));
        UpgradeDecision decision = UpgradePolicy.decide(new UpgradeQuestion(
                prospect.subject(),
                catalogue,
                spec.version(),
                spec.overrides(),
                approved || prospect.approved(),
                rollout,
                at));
        List<UpgradeRule> waits = decision.saying(Verdict.WAITS);
        if (decision.outcome() == UpgradeOutcome.WAITS
                && !waits.contains(UpgradeRule.APPROVAL)
                && waits.stream().anyMatch(OF_SOMEBODY::contains)) {
            stuck.put(instanceId, decision);
        }
        return decision;
    }

    private static UpgradeDecision again(UpgradeDecision before, Instant at) {
        return new UpgradeDecision(
                before.outcome(),
                before.from(),
                before.target(),
                before.path(),
                before.change(),
                before.window(),
                before.startsAt(),
                before.rules(),
                at);
    }
}
