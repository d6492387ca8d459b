package io.keelson.api.instance.command;

/** Index of what can be asked of an instance. */
public sealed interface InstanceCommand
        permits ProvisionInstance,
                ActivateInstance,
                FailProvisioning,
                TerminateInstance,
                CompleteTermination,
                FailTermination,
                CompleteInstanceOperation,
                FailInstanceOperation,
                RetryInstanceOperation,
                SuspendInstance,
                ResumeInstance,
                BackupInstance,
                RestoreInstance,
                ConfigureInstance,
                ScaleInstance,
                SetMaintenance,
                SetDeletionProtection,
                ConfirmTermination,
                SetUpdatePolicy,
                SetChannel,
                PinInstance,
                SetMaintenanceWindows {}
