package io.keelson.command.rollout;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutStageOpened;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;

/** A rollout of one stage to two instances, one after the other, none of which may fail. */
final class RolloutCase {
    static final Map<String, String> BY_ALICE =
            Map.of(RequestContext.ACTOR_ID, RolloutFixtures.AUTHOR, RequestContext.REASON, "The customers wait for it");
    static final Map<String, String> BY_BOB = Map.of(RequestContext.ACTOR_ID, "bob");
    static final Map<String, String> BY_NOBODY = Map.of(RequestContext.ACTOR_ID, "keelson");

    final InMemoryDirectory directory = new InMemoryDirectory();

    RolloutCase() {
        directory.put(VersionFixtures.versionReleased());
        directory.put(UpgradeFixtures.released());
    }

    FixtureConfiguration<Rollout> fixture() {
        FixtureConfiguration<Rollout> fixture = new AggregateTestFixture<>(Rollout.class)
                .registerInjectableResource(new InMemoryClaims())
                .registerInjectableResource(directory)
                .registerInjectableResource(Clock.fixed(RolloutFixtures.NOON, ZoneOffset.UTC));
        // Its progress has no equality, so the fixture would find every state another one.
        fixture.setReportIllegalStateChange(false);
        return fixture;
    }

    static RolloutSpec spec(RolloutGate gate) {
        RolloutStage stage = new RolloutStage(
                "all",
                List.of(new RolloutGroup("everybody", MemberSelector.ALL, null, null, RolloutGate.OPEN)),
                new Share(1, false),
                Share.NONE,
                false,
                null,
                gate,
                Duration.ZERO);
        return new RolloutSpec(
                VersionFixtures.COMPONENT, UpgradeFixtures.NEWER, List.of(stage), RolloutSpec.PATIENCE, Set.of());
    }

    static List<RolloutMember> members() {
        return List.of(
                new RolloutMember(RolloutFixtures.CANARY, 0, 0), new RolloutMember(RolloutFixtures.SECOND, 0, 0));
    }

    static RolloutStarted started(RolloutGate gate) {
        return new RolloutStarted(RolloutFixtures.ROLLOUT_ID, spec(gate), 2, RolloutFixtures.AUTHOR);
    }

    static RolloutMembersListed listed() {
        return new RolloutMembersListed(RolloutFixtures.ROLLOUT_ID, UpgradeFixtures.NEWER, members());
    }

    static RolloutStageOpened opened() {
        return RolloutFixtures.stageOpened(0);
    }

    /** One that is under way. */
    TestExecutor<Rollout> running(Object... further) {
        List<Object> events = new ArrayList<>(List.of(started(RolloutGate.OPEN), listed(), opened()));
        events.addAll(List.of(further));
        return fixture().given(events);
    }
}
