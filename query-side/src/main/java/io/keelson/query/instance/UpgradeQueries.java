package io.keelson.query.instance;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.version.SemanticVersion;
import io.keelson.query.channel.ChannelReader;
import io.keelson.query.rollout.RolloutReader;
import io.keelson.query.version.ReleaseReader;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradePolicy;
import io.keelson.upgrade.UpgradeQuestion;
import io.keelson.upgrade.UpgradeSubject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what would become of upgrades, by the same function that decides about them. */
@Component
class UpgradeQueries {
    private final InstanceRepository instances;
    private final ReleaseReader releases;
    private final ChannelReader channels;
    private final RolloutReader rollouts;
    private final TransactionTemplate transaction;

    UpgradeQueries(
            InstanceRepository instances,
            ReleaseReader releases,
            ChannelReader channels,
            RolloutReader rollouts,
            PlatformTransactionManager transactions) {
        this.instances = instances;
        this.releases = releases;
        this.channels = channels;
        this.rollouts = rollouts;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    @QueryHandler
    List<DecidedUpgrade> handle(DecideUpgrades query) {
        List<UUID> ids =
                query.instances().stream().map(InstanceId::value).distinct().toList();
        return transaction.execute(_ -> decided(query, ids));
    }

    private List<DecidedUpgrade> decided(DecideUpgrades query, List<UUID> ids) {
        UpgradeSubjects subjects = new UpgradeSubjects(releases, channels);
        Map<InstanceId, RolloutHold> holds = rollouts.holds(ids);
        return instances.findAllById(ids).stream()
                .map(InstanceEntity::toView)
                .map(view -> new DecidedUpgrade(
                        view.id(),
                        decision(
                                query,
                                subjects.subject(view, holds.get(view.id())),
                                subjects.catalogue(view.component()),
                                proposal(query.version(), view))))
                .toList();
    }

    private static UpgradeDecision decision(
            DecideUpgrades query, UpgradeSubject subject, Catalogue catalogue, @Nullable UpgradeProposal proposal) {
        if (proposal == null) {
            return UpgradePolicy.decide(new UpgradeQuestion(
                    subject, catalogue, query.version(), query.overrides(), false, query.rollout(), query.at()));
        }
        Set<UpgradeRule> all = EnumSet.noneOf(UpgradeRule.class);
        all.addAll(query.overrides());
        all.addAll(proposal.overrides());
        return UpgradePolicy.decide(new UpgradeQuestion(
                subject,
                catalogue,
                proposal.target(),
                all,
                proposal.approvedBy() != null,
                query.rollout(),
                query.at()));
    }

    /** What waits and is about the version that is asked about, or about none in particular. */
    private static @Nullable UpgradeProposal proposal(@Nullable SemanticVersion version, InstanceView view) {
        UpgradeProposal proposal = view.upgrades().proposal();
        return proposal == null || version == null || version.equals(proposal.target()) ? proposal : null;
    }
}
