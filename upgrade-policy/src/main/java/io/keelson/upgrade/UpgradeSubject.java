package io.keelson.upgrade;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The instance that is asked about.
 *
 * @param version what runs
 * @param busy whether another operation changes it
 * @param offered what its channel offers; of no meaning when it follows none
 */
public record UpgradeSubject(
        SemanticVersion version,
        DriverName driver,
        InstanceStatus status,
        boolean busy,
        UpgradeSettings settings,
        Set<SemanticVersion> offered) {
    public UpgradeSubject {
        offered = Set.copyOf(offered);
    }

    /** What a channel offers. */
    public static Set<SemanticVersion> offeredBy(List<ChannelEntry> channel) {
        return channel.stream()
                .filter(ChannelEntry::offered)
                .map(ChannelEntry::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the release is among those that the instance is offered. */
    boolean offers(KnownRelease release) {
        return settings.channel() == null
                ? release.status() == VersionStatus.STABLE
                : release.status().provisionable() && offered.contains(release.number());
    }
}
