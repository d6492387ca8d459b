package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.DomainEvent;
import io.keelson.api.operation.OperationId;

/** Index of what can happen to an instance. */
public sealed interface InstanceEvent extends DomainEvent
        permits InstanceProvisioningRequested,
                InstanceActivated,
                InstanceProvisioningFailed,
                InstanceTerminationRequested,
                InstanceTerminated,
                InstanceTerminationFailed,
                InstanceOperationRequested,
                InstanceOperationFailed,
                InstanceOperationRetried,
                InstanceSuspended,
                InstanceResumed,
                InstanceBackedUp,
                InstanceRestored,
                InstanceConfigured,
                InstanceScaled,
                InstanceMigrated,
                DataTransferApproved,
                MaintenanceSwitched,
                InstanceTagged,
                DeletionProtectionSwitched,
                TerminationConfirmed,
                InstanceHealthChanged,
                InstanceRestarted,
                InstanceReconciled,
                InstanceDriftChanged,
                UpdatePolicySet,
                ChannelSet,
                InstancePinned,
                MaintenanceWindowsSet,
                UpgradeProposed,
                UpgradeApproved,
                UpgradeRejected,
                InstanceUpgraded,
                InstanceRolledBack {
    InstanceId instanceId();

    /** The operation that this event starts or ends, or the last one when it does neither. */
    OperationId operationId();
}
