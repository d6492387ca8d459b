package io.keelson.query.instance;

import io.keelson.api.channel.ChannelId;
import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.query.channel.ChannelReader;
import io.keelson.query.version.ReleaseReader;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradeSubject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What decisions need beside the instances, each read once; for one transaction. */
final class UpgradeSubjects {
    private final ReleaseReader releases;
    private final ChannelReader channels;
    private final Map<ComponentName, Catalogue> catalogues = new HashMap<>();
    private final Map<ChannelId, Set<SemanticVersion>> offers = new HashMap<>();

    UpgradeSubjects(ReleaseReader releases, ChannelReader channels) {
        this.releases = releases;
        this.channels = channels;
    }

    Catalogue catalogue(ComponentName component) {
        return catalogues.computeIfAbsent(component, name -> Catalogue.of(name, releases::of));
    }

    /** The instance as it is. */
    UpgradeSubject subject(InstanceView view, @Nullable RolloutHold heldBy) {
        return new UpgradeSubject(
                view.version(),
                view.driver(),
                view.status(),
                view.activeOperationId() != null,
                view.upgrades().settings(),
                offered(view),
                view.upgrades().avoided(),
                heldBy);
    }

    private Set<SemanticVersion> offered(InstanceView view) {
        ChannelName channel = view.upgrades().settings().channel();
        return channel == null
                ? Set.of()
                : offers.computeIfAbsent(
                        ChannelId.of(view.component(), channel), id -> UpgradeSubject.offeredBy(channels.entries(id)));
    }
}
