package io.keelson.query.instance;

import io.keelson.api.instance.query.BackupView;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.UpgradeRecord;
import io.keelson.api.upgrade.query.GetRollbackPlan;
import io.keelson.api.upgrade.query.RollbackPlanView;
import io.keelson.api.version.SemanticVersion;
import io.keelson.query.version.ReleaseReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says how an upgrade would be taken back, before anybody presses the button. */
@Component
class RollbackPlanQueries {
    private final InstanceRepository instances;
    private final ReleaseReader releases;
    private final TransactionTemplate transaction;

    RollbackPlanQueries(InstanceRepository instances, ReleaseReader releases, PlatformTransactionManager transactions) {
        this.instances = instances;
        this.releases = releases;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    @QueryHandler
    List<RollbackPlanView> handle(GetRollbackPlan query) {
        return transaction.execute(
                _ -> instances.findAllById(List.of(query.instanceId().value())).stream()
                        .map(row -> plan(row.toView(), query.at()))
                        .toList());
    }

    private RollbackPlanView plan(InstanceView instance, Instant at) {
        UpgradeRecord upgrade = instance.upgrades().latest();
        if (upgrade == null) {
            return RollbackPlans.none(instance, null, "There is no upgrade that could be taken back.");
        }
        Optional<SemanticVersion> required = releases.of(instance.component()).stream()
                .filter(release -> release.standing().required())
                .map(KnownRelease::number)
                .filter(number -> number.compareTo(upgrade.from()) > 0 && number.compareTo(instance.version()) <= 0)
                .min(SemanticVersion::compareTo);
        if (required.isPresent()) {
            return RollbackPlans.none(
                    instance, upgrade, "%s is required; nobody goes back behind it.".formatted(required.get()));
        }
        Optional<BackupView> backup = instance.backups().stream()
                .filter(kept -> kept.id().equals(upgrade.backupId()))
                .findFirst();
        return backup.isEmpty() && !upgrade.reversible()
                ? RollbackPlans.none(instance, upgrade, "The backup of the upgrade has expired.")
                : RollbackPlans.of(instance, upgrade, backup.orElse(null), at);
    }
}
