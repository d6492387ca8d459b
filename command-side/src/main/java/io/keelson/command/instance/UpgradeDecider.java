package io.keelson.command.instance;

import io.keelson.api.channel.ChannelName;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.SemanticVersion;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownVersion;
import io.keelson.command.version.SettingsSchema;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradePolicy;
import io.keelson.upgrade.UpgradeQuestion;
import io.keelson.upgrade.UpgradeSubject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the one question about upgrades together from what an instance is and what the directory knows. */
public final class UpgradeDecider {
    private final Directory directory;
    private final Clock clock;

    public UpgradeDecider(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    UpgradeDecision decide(
            InstanceState state, @Nullable SemanticVersion wanted, Set<UpgradeRule> overrides, boolean approved) {
        return decide(state, wanted, overrides, approved, null);
    }

    /** @param rollout the rollout that asks, or null */
    UpgradeDecision decide(
            InstanceState state,
            @Nullable SemanticVersion wanted,
            Set<UpgradeRule> overrides,
            boolean approved,
            @Nullable RolloutId rollout) {
        InstanceBlueprint blueprint = state.blueprint();
        UpgradeSettings settings = state.upgrades().settings();
        ChannelName channel = settings.channel();
        UpgradeSubject subject = new UpgradeSubject(
                blueprint.version(),
                blueprint.driver(),
                state.status(),
                state.busy(),
                settings,
                channel == null
                        ? Set.of()
                        : UpgradeSubject.offeredBy(directory.channel(blueprint.component(), channel)),
                state.upgrades().avoided(),
                directory.heldBy(state.instanceId()).orElse(null));
        Catalogue catalogue = Catalogue.of(blueprint.component(), directory::releases);
        return UpgradePolicy.decide(
                new UpgradeQuestion(subject, catalogue, wanted, overrides, approved, rollout, clock.instant()));
    }

    /** The instance on another version. Refuses with CONFIGURATION_NOT_ACCEPTED what its settings do not fit. */
    InstanceBlueprint target(InstanceState state, SemanticVersion number) {
        InstanceBlueprint before = state.blueprint();
        KnownVersion version = directory.version(before.component(), number).orElseThrow();
        String schema = version.artifacts().configurationSchema();
        if (schema != null) {
            SettingsSchema.of(schema).requireAccepted(before.configuration().settings());
        }
        return before.withVersion(version.versionId(), number, version.artifacts());
    }

    /** Required releases that going back to {@code from} would go behind. */
    List<SemanticVersion> requiredAfter(InstanceState state, SemanticVersion from) {
        SemanticVersion running = state.blueprint().version();
        return directory.releases(state.blueprint().component()).stream()
                .filter(release -> release.standing().required())
                .map(KnownRelease::number)
                .filter(number -> number.compareTo(from) > 0 && number.compareTo(running) <= 0)
                .sorted()
                .toList();
    }
}
