package io.keelson.upgrade;

import io.keelson.api.channel.ChannelEntry;
import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The instance that is asked about.
 *
 * @param version what runs
 * @param busy whether another operation changes it
 * @param offered what its channel offers; of no meaning when it follows none
 * @param avoided versions that are not taken unless somebody names them, because they did not stay before
 * @param heldBy the oldest unfinished rollout that the instance belongs to and had no turn in, or null
 */
public record UpgradeSubject(
        SemanticVersion version,
        DriverName driver,
        InstanceStatus status,
        boolean busy,
        UpgradeSettings settings,
        Set<SemanticVersion> offered,
        Set<SemanticVersion> avoided,
        @Nullable RolloutHold heldBy) {
    public UpgradeSubject {
        offered = Set.copyOf(offered);
        avoided = Set.copyOf(avoided);
    }

    /** An instance that belongs to no rollout. */
    public UpgradeSubject(
            SemanticVersion version,
            DriverName driver,
            InstanceStatus status,
            boolean busy,
            UpgradeSettings settings,
            Set<SemanticVersion> offered,
            Set<SemanticVersion> avoided) {
        this(version, driver, status, busy, settings, offered, avoided, null);
    }

    /** What a channel offers. */
    public static Set<SemanticVersion> offeredBy(List<ChannelEntry> channel) {
        return channel.stream()
                .filter(ChannelEntry::offered)
                .map(ChannelEntry::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the release is among those that the instance is offered; what is required is offered to everybody. */
    boolean offers(KnownRelease release) {
        VersionStatus status = release.status();
        if (release.standing().required() && (status == VersionStatus.STABLE || status == VersionStatus.DEPRECATED)) {
            return true;
        }
        return settings.channel() == null
                ? status == VersionStatus.STABLE
                : status.provisionable() && offered.contains(release.number());
    }
}
