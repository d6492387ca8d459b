package io.keelson.command.instance;

import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.ChannelSet;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstancePinned;
import io.keelson.api.instance.event.InstanceRestored;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.MaintenanceWindowsSet;
import io.keelson.api.instance.event.UpdatePolicySet;
import io.keelson.api.instance.event.UpgradeApproved;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.SemanticVersion;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wished, asked for and known about the upgrades of an instance after all of its events. */
final class UpgradeState {
    private UpgradeSettings settings;
    private @Nullable UpgradeProposal proposal;
    private @Nullable InstanceUpgraded latest;
    private final Set<SemanticVersion> avoided = new HashSet<>();

    UpgradeState(UpdatePolicy policy) {
        settings = UpgradeSettings.of(policy);
    }

    void evolve(InstanceEvent event) {
        switch (event) {
            case UpdatePolicySet set -> settings = settings.withPolicy(set.policy(), set.autoApproval());
            case ChannelSet set -> settings = settings.withChannel(set.channel());
            case InstancePinned pinned -> settings = settings.withPin(pinned.pin(), pinned.line());
            case MaintenanceWindowsSet set -> settings = settings.withWindows(set.windows(), set.exclusions());
            case UpgradeProposed proposed -> proposal = proposed.proposal();
            case UpgradeApproved approved ->
                proposal = proposal == null ? null : proposal.approved(approved.approvedBy());
            case UpgradeRejected _ -> proposal = null;
            case InstanceOperationRequested requested -> begun(requested);
            case InstanceUpgraded upgraded -> {
                latest = upgraded;
                avoided.remove(upgraded.blueprint().version());
            }
            case InstanceRolledBack back -> {
                latest = null;
                avoided.add(back.before().version());
            }
            // Where it is now nothing of that upgrade is left to go back to.
            case InstanceRestored _, InstanceMigrated _ -> latest = null;
            default -> {}
        }
    }

    /** Until it has succeeded, a version counts as one that did not stay. */
    private void begun(InstanceOperationRequested request) {
        if (request.kind() == OperationKind.UPGRADE) {
            proposal = null;
            avoided.add(request.targetOrSame().version());
        }
    }

    /** Versions that did not stay when they were tried last; they are not taken again by themselves. */
    Set<SemanticVersion> avoided() {
        return avoided;
    }

    UpgradeSettings settings() {
        return settings;
    }

    /** The upgrade that was asked for and has not begun, or null. */
    @Nullable
    UpgradeProposal proposal() {
        return proposal;
    }

    /** The last upgrade while it may be taken back, or null. */
    @Nullable
    InstanceUpgraded latest() {
        return latest;
    }
}
