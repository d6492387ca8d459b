package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.PinInstance;
import io.keelson.api.instance.command.SetChannel;
import io.keelson.api.instance.command.SetMaintenanceWindows;
import io.keelson.api.instance.command.SetUpdatePolicy;
import io.keelson.api.instance.event.ChannelSet;
import io.keelson.api.instance.event.InstancePinned;
import io.keelson.api.instance.event.MaintenanceWindowsSet;
import io.keelson.api.instance.event.UpdatePolicySet;
import io.keelson.api.upgrade.AutoApproval;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.command.directory.Directory;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;

/** The part of an instance that says what its customer wishes about upgrades. */
final class UpgradeWishes {
    private static final Set<InstanceStatus> THERE =
            EnumSet.complementOf(EnumSet.of(InstanceStatus.TERMINATING, InstanceStatus.TERMINATED));

    private final InstanceState state;

    UpgradeWishes(InstanceState state) {
        this.state = state;
    }

    @CommandHandler
    void decide(SetUpdatePolicy command) {
        AutoApproval approval = Objects.requireNonNullElse(command.autoApproval(), AutoApproval.of(command.policy()));
        if (wouldChange(state.upgrades().settings().withPolicy(command.policy(), approval))) {
            apply(new UpdatePolicySet(state.instanceId(), state.latestOperation(), command.policy(), approval));
        }
    }

    @CommandHandler
    void decide(SetChannel command, Directory directory) {
        ChannelName channel = command.channel();
        if (channel != null
                && directory.channel(state.blueprint().component(), channel).isEmpty()) {
            throw new RejectedException(
                    ErrorCode.CHANNEL_NOT_FOUND,
                    "channel",
                    "%s has no channel %s; promote a release into it first."
                            .formatted(state.blueprint().component(), channel));
        }
        if (wouldChange(state.upgrades().settings().withChannel(channel))) {
            apply(new ChannelSet(state.instanceId(), state.latestOperation(), channel));
        }
    }

    @CommandHandler
    void decide(PinInstance command) {
        if (wouldChange(state.upgrades().settings().withPin(command.pin(), command.line()))) {
            apply(new InstancePinned(state.instanceId(), state.latestOperation(), command.pin(), command.line()));
        }
    }

    @CommandHandler
    void decide(SetMaintenanceWindows command) {
        if (wouldChange(state.upgrades().settings().withWindows(command.windows(), command.exclusions()))) {
            apply(new MaintenanceWindowsSet(
                    state.instanceId(), state.latestOperation(), command.windows(), command.exclusions()));
        }
    }

    private boolean wouldChange(UpgradeSettings wished) {
        state.requireStatus(THERE);
        return !wished.equals(state.upgrades().settings());
    }
}
