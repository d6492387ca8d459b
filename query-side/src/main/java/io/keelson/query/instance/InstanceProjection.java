package io.keelson.query.instance;

import io.keelson.api.instance.event.ChannelSet;
import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.api.instance.event.DeletionProtectionSwitched;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceConfigured;
import io.keelson.api.instance.event.InstanceDriftChanged;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceHealthChanged;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceOperationRetried;
import io.keelson.api.instance.event.InstancePinned;
import io.keelson.api.instance.event.InstanceProvisioningFailed;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceReconciled;
import io.keelson.api.instance.event.InstanceRestarted;
import io.keelson.api.instance.event.InstanceRestored;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceScaled;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.MaintenanceSwitched;
import io.keelson.api.instance.event.MaintenanceWindowsSet;
import io.keelson.api.instance.event.TerminationConfirmed;
import io.keelson.api.instance.event.UpdatePolicySet;
import io.keelson.api.instance.event.UpgradeApproved;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("fleet-projection")
class InstanceProjection {
    private final Rows<InstanceEntity> rows;

    InstanceProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>("instance", InstanceEntity.class, entities, changes);
    }

    @EventHandler
    void on(InstanceEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case InstanceProvisioningRequested requested ->
                rows.insert(message, stamp -> new InstanceEntity(requested, stamp));
            case InstanceActivated activated ->
                rows.update(message, (instance, _) -> instance.activated(activated.url()));
            case InstanceProvisioningFailed failed ->
                rows.update(message, (instance, _) -> instance.failed(failed.error()));
            case InstanceTerminationRequested requested ->
                rows.update(message, (instance, _) -> instance.terminating(requested.operationId()));
            case InstanceTerminated _ -> rows.update(message, (instance, _) -> instance.terminated());
            case InstanceTerminationFailed failed ->
                rows.update(message, (instance, _) -> instance.terminationFailed(failed));
            case InstanceOperationRequested requested ->
                rows.update(message, (instance, _) -> instance.busy(requested));
            case InstanceOperationRetried retried ->
                rows.update(message, (instance, _) -> instance.busy(retried.operationId()));
            case InstanceOperationFailed failed ->
                rows.update(message, (instance, _) -> instance.operationFailed(failed));
            case InstanceSuspended suspended ->
                rows.update(message, (instance, _) -> instance.suspended(suspended.cause()));
            case InstanceBackedUp backedUp ->
                rows.update(message, (instance, stamp) -> instance.backedUp(backedUp, stamp.at()));
            case InstanceRestored restored ->
                rows.update(message, (instance, _) -> instance.restored(restored.blueprint(), restored.url()));
            case InstanceConfigured configured ->
                rows.update(
                        message, (instance, _) -> instance.configured(configured.configuration(), configured.url()));
            case InstanceMigrated migrated ->
                rows.update(message, (instance, _) -> instance.migrated(migrated.configuration(), migrated.url()));
            case DataTransferApproved _ -> rows.update(message, (_, _) -> {});
            case InstanceTagged tagged -> rows.update(message, (instance, _) -> instance.tagged(tagged.tags()));
            case InstanceScaled scaled -> rows.update(message, (instance, _) -> instance.scaled(scaled.resources()));
            case MaintenanceSwitched switched ->
                rows.update(message, (instance, _) -> instance.maintenance(switched.on()));
            case DeletionProtectionSwitched switched ->
                rows.update(message, (instance, _) -> instance.protect(switched.on(), switched.secondPerson()));
            case UpdatePolicySet set ->
                wish(message, settings -> settings.withPolicy(set.policy(), set.autoApproval()));
            case ChannelSet set -> wish(message, settings -> settings.withChannel(set.channel()));
            case InstancePinned pinned -> wish(message, settings -> settings.withPin(pinned.pin(), pinned.line()));
            case MaintenanceWindowsSet set ->
                wish(message, settings -> settings.withWindows(set.windows(), set.exclusions()));
            case UpgradeProposed proposed ->
                rows.update(
                        message,
                        (instance, _) -> instance.upgrades(upgrades -> upgrades.withProposal(proposed.proposal())));
            case UpgradeApproved approved ->
                rows.update(
                        message,
                        (instance, _) -> instance.upgrades(upgrades -> upgrades.approved(approved.approvedBy())));
            case UpgradeRejected _ ->
                rows.update(message, (instance, _) -> instance.upgrades(upgrades -> upgrades.withProposal(null)));
            case InstanceUpgraded upgraded ->
                rows.update(message, (instance, stamp) -> instance.upgraded(upgraded, stamp.at()));
            case InstanceRolledBack back -> rows.update(message, (instance, _) -> instance.rolledBack(back));
            case TerminationConfirmed _ -> rows.update(message, (_, _) -> {});
            case InstanceHealthChanged changed ->
                rows.update(message, (instance, _) -> instance.health(changed.health()));
            case InstanceRestarted restarted -> rows.update(message, (instance, _) -> instance.restarted(restarted));
            case InstanceReconciled reconciled ->
                rows.update(message, (instance, _) -> instance.reconciled(reconciled.url()));
            case InstanceDriftChanged _ -> rows.update(message, (_, _) -> {});
            case InstanceResumed resumed -> rows.update(message, (instance, _) -> instance.resumed(resumed.url()));
        }
    }

    private void wish(DomainEventMessage<?> message, UnaryOperator<UpgradeSettings> change) {
        rows.update(message, (instance, _) -> instance.upgrades(upgrades -> upgrades.wishing(change)));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
