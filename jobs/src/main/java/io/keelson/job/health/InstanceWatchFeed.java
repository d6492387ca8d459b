package io.keelson.job.health;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
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
import io.keelson.job.health.WatchTable.Mode;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Keeps the list of instances to watch, in the transaction of its token. The list may be a little behind the events; the
 * instance itself refuses what no longer suits it.
 */
@ProcessingGroup("instance-watch")
public final class InstanceWatchFeed {
    private final WatchTable table;

    /** @param dataSource the one whose transactions the event processor opens */
    public InstanceWatchFeed(DataSource dataSource) {
        this.table = new WatchTable(dataSource);
    }

    @EventHandler
    void react(InstanceEvent event, @SequenceNumber long sequence) {
        InstanceId id = event.instanceId();
        switch (event) {
            case InstanceProvisioningRequested requested -> table.add(requested.blueprint(), sequence);
            case InstanceActivated _ -> answers(id, Mode.RUNNING, sequence);
            case InstanceProvisioningFailed _, InstanceTerminationRequested _ -> table.mode(id, Mode.NOT_WATCHED);
            case InstanceTerminated _ -> table.remove(id);
            case InstanceTerminationFailed failed -> table.restore(id, failed.nothingRemoved(), sequence);
            case InstanceOperationRequested _, InstanceOperationRetried _ -> table.busy(id, true);
            case InstanceOperationFailed failed -> operationFailed(failed);
            case InstanceSuspended _ -> answers(id, Mode.STOPPED, sequence);
            case InstanceResumed _ -> answers(id, Mode.RUNNING, sequence);
            case InstanceRestored restored -> {
                change(id, _ -> restored.blueprint());
                answers(id, Mode.RUNNING, sequence);
            }
            case InstanceConfigured configured -> {
                change(id, before -> before.withConfiguration(configured.configuration()));
                answers(id, Mode.RUNNING, sequence);
            }
            case InstanceMigrated migrated -> {
                change(id, before -> before.withConfiguration(migrated.configuration()));
                answers(id, Mode.RUNNING, sequence);
            }
            case InstanceUpgraded upgraded -> {
                change(id, _ -> upgraded.blueprint());
                answers(id, Mode.RUNNING, sequence);
            }
            case InstanceRolledBack rolledBack -> {
                change(id, _ -> rolledBack.blueprint());
                answers(id, Mode.RUNNING, sequence);
            }
            case InstanceScaled scaled -> {
                change(id, before -> before.withResources(scaled.resources()));
                table.busy(id, false);
            }
            case MaintenanceSwitched switched -> table.maintenance(id, switched.on());
            case InstanceRestarted restarted -> {
                if (restarted.healed()) {
                    table.busy(id, false);
                } else {
                    answers(id, Mode.RUNNING, sequence);
                }
            }
            case InstanceBackedUp _, InstanceReconciled _ -> table.busy(id, false);
            case InstanceHealthChanged _,
                    InstanceDriftChanged _,
                    DeletionProtectionSwitched _,
                    TerminationConfirmed _,
                    DataTransferApproved _,
                    InstanceTagged _,
                    UpdatePolicySet _,
                    ChannelSet _,
                    InstancePinned _,
                    MaintenanceWindowsSet _,
                    UpgradeProposed _,
                    UpgradeApproved _,
                    UpgradeRejected _ -> {}
        }
    }

    private void operationFailed(InstanceOperationFailed event) {
        if (event.takenBack()) {
            table.busy(event.instanceId(), false);
        } else {
            table.mode(event.instanceId(), Mode.NOT_WATCHED);
        }
    }

    /** From here on what was remembered no longer counts. */
    private void answers(InstanceId id, Mode mode, long sequence) {
        table.begin(id, mode, sequence);
    }

    private void change(InstanceId id, UnaryOperator<InstanceBlueprint> change) {
        table.blueprint(id).ifPresent(before -> table.blueprint(id, change.apply(before)));
    }
}
