package io.keelson.query.instance;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.query.channel.ChannelReader;
import io.keelson.query.version.ReleaseReader;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradePolicy;
import io.keelson.upgrade.UpgradeQuestion;
import io.keelson.upgrade.UpgradeSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what would become of upgrades, by the same function that decides about them. */
@Component
class UpgradeQueries {
    private final InstanceRepository instances;
    private final ReleaseReader releases;
    private final ChannelReader channels;
    private final TransactionTemplate transaction;

    UpgradeQueries(
            InstanceRepository instances,
            ReleaseReader releases,
            ChannelReader channels,
            PlatformTransactionManager transactions) {
        this.instances = instances;
        this.releases = releases;
        this.channels = channels;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    @QueryHandler
    List<DecidedUpgrade> handle(DecideUpgrades query) {
        List<UUID> ids =
                query.instances().stream().map(InstanceId::value).distinct().toList();
        return transaction.execute(_ -> decided(query, instances.findAllById(ids)));
    }

    private List<DecidedUpgrade> decided(DecideUpgrades query, List<InstanceEntity> found) {
        Map<ComponentName, Catalogue> catalogues = new HashMap<>();
        Map<ChannelId, Set<SemanticVersion>> offers = new HashMap<>();
        return found.stream()
                .map(InstanceEntity::toView)
                .map(view -> {
                    Catalogue catalogue = catalogues.computeIfAbsent(
                            view.component(), component -> Catalogue.of(component, releases::of));
                    ChannelName channel = view.upgrades().settings().channel();
                    Set<SemanticVersion> offered = channel == null
                            ? Set.of()
                            : offers.computeIfAbsent(
                                    ChannelId.of(view.component(), channel),
                                    id -> UpgradeSubject.offeredBy(channels.entries(id)));
                    return new DecidedUpgrade(view.id(), decision(query, view, catalogue, offered));
                })
                .toList();
    }

    private static UpgradeDecision decision(
            DecideUpgrades query, InstanceView view, Catalogue catalogue, Set<SemanticVersion> offered) {
        UpgradeSubject subject = new UpgradeSubject(
                view.version(),
                view.driver(),
                view.status(),
                view.activeOperationId() != null,
                view.upgrades().settings(),
                offered,
                view.upgrades().avoided());
        UpgradeProposal proposal = view.upgrades().proposal();
        if (proposal == null || (query.version() != null && !query.version().equals(proposal.target()))) {
            return UpgradePolicy.decide(
                    new UpgradeQuestion(subject, catalogue, query.version(), Set.of(), false, query.at()));
        }
        return UpgradePolicy.decide(new UpgradeQuestion(
                subject,
                catalogue,
                proposal.target(),
                proposal.overrides(),
                proposal.approvedBy() != null,
                query.at()));
    }
}
