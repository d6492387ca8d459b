package io.keelson.api.upgrade;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.version.VersionRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wishes about upgrades: four separate things.
 *
 * @param policy who decides
 * @param autoApproval which classes need nobody's approval
 * @param channel whose releases are offered; null means every stable release of the component
 * @param pin versions that are accepted, or null for any
 * @param line the line of long-term support that is kept to, or null
 * @param windows when upgrades may start; empty means at any time
 * @param exclusions when they may not
 */
public record UpgradeSettings(
        UpdatePolicy policy,
        AutoApproval autoApproval,
        @Nullable ChannelName channel,
        @Nullable VersionRange pin,
        @Nullable VersionRange line,
        List<MaintenanceWindow> windows,
        List<UpgradeExclusion> exclusions) {
    public UpgradeSettings {
        windows = List.copyOf(windows);
        exclusions = List.copyOf(exclusions);
    }

    /** What a policy means while nothing else was said. */
    public static UpgradeSettings of(UpdatePolicy policy) {
        return new UpgradeSettings(policy, AutoApproval.of(policy), null, null, null, List.of(), List.of());
    }

    public UpgradeSettings withPolicy(UpdatePolicy newPolicy, AutoApproval newApproval) {
        return new UpgradeSettings(newPolicy, newApproval, channel, pin, line, windows, exclusions);
    }

    public UpgradeSettings withChannel(@Nullable ChannelName newChannel) {
        return new UpgradeSettings(policy, autoApproval, newChannel, pin, line, windows, exclusions);
    }

    public UpgradeSettings withPin(@Nullable VersionRange newPin, @Nullable VersionRange newLine) {
        return new UpgradeSettings(policy, autoApproval, channel, newPin, newLine, windows, exclusions);
    }

    public UpgradeSettings withWindows(List<MaintenanceWindow> newWindows, List<UpgradeExclusion> newExclusions) {
        return new UpgradeSettings(policy, autoApproval, channel, pin, line, newWindows, newExclusions);
    }
}
