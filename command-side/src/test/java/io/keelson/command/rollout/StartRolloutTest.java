package io.keelson.command.rollout;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.command.rollout.RolloutCase.BY_ALICE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.command.StartRollout;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StartRolloutTest {
    private final RolloutCase rollouts = new RolloutCase();

    @Test
    void aRolloutWithoutAGateBeginsAtOnce() {
        rollouts.fixture()
                .givenNoPriorActivity()
                .when(start(RolloutCase.members()), BY_ALICE)
                .expectEvents(RolloutCase.started(RolloutGate.OPEN), RolloutCase.listed(), RolloutCase.opened());
    }

    @Test
    void aRolloutIsStartedOnce() {
        FixtureConfiguration<Rollout> fixture = rollouts.fixture();
        fixture.givenNoPriorActivity().when(start(RolloutCase.members()), BY_ALICE);
        fixture.givenNoPriorActivity()
                .when(start(RolloutCase.members()), BY_ALICE)
                .expectNoEvents();
    }

    @Test
    void itsMembersAreListedInSmallParts() {
        List<RolloutMember> members = IntStream.range(0, 1_001)
                .mapToObj(_ -> new RolloutMember(InstanceId.random(), 0, 0))
                .toList();
        RolloutSpec spec = RolloutCase.spec(RolloutGate.OPEN);
        rollouts.fixture()
                .givenNoPriorActivity()
                .when(start(members), BY_ALICE)
                .expectEvents(
                        new RolloutStarted(RolloutFixtures.ROLLOUT_ID, spec, 1_001, RolloutFixtures.AUTHOR),
                        part(members, 0, 500),
                        part(members, 500, 1_000),
                        part(members, 1_000, 1_001),
                        RolloutCase.opened());
    }

    private static RolloutMembersListed part(List<RolloutMember> members, int from, int to) {
        return new RolloutMembersListed(RolloutFixtures.ROLLOUT_ID, UpgradeFixtures.NEWER, members.subList(from, to));
    }

    @Test
    void whoSetsRulesAsideSaysWhy() {
        RolloutSpec bold = with(Set.of(UpgradeRule.WINDOW), UpgradeFixtures.NEWER);
        rollouts.fixture()
                .givenNoPriorActivity()
                .when(new StartRollout(RolloutFixtures.ROLLOUT_ID, bold, RolloutCase.members()), Map.of())
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
    }

    @Test
    void aRuleThatProtectsTheInstanceCannotBeSetAside() {
        assertThatThrownBy(() -> with(Set.of(UpgradeRule.PATH), UpgradeFixtures.NEWER))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("PATH");
    }

    @Test
    void aVersionThatDoesNotExistIsRefused() {
        RolloutSpec unknown = with(Set.of(), new SemanticVersion("9.9.9"));
        rollouts.fixture()
                .givenNoPriorActivity()
                .when(new StartRollout(RolloutFixtures.ROLLOUT_ID, unknown, RolloutCase.members()), BY_ALICE)
                .expectException(refusal(ErrorCode.VERSION_NOT_FOUND, "version"));
    }

    @Test
    void aWithdrawnVersionIsRefused() {
        rollouts.directory.put(UpgradeFixtures.released(), VersionStatus.WITHDRAWN);
        rollouts.fixture()
                .givenNoPriorActivity()
                .when(start(RolloutCase.members()), BY_ALICE)
                .expectException(refusal(ErrorCode.VERSION_NOT_PROVISIONABLE, "version"));
    }

    @Test
    void aRolloutToNobodyIsRefused() {
        assertThatThrownBy(() -> start(List.of()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("select no instance");
    }

    private static RolloutSpec with(Set<UpgradeRule> overrides, SemanticVersion version) {
        RolloutSpec spec = RolloutCase.spec(RolloutGate.OPEN);
        return new RolloutSpec(spec.component(), version, spec.stages(), spec.patience(), overrides);
    }

    private static StartRollout start(List<RolloutMember> members) {
        return new StartRollout(RolloutFixtures.ROLLOUT_ID, RolloutCase.spec(RolloutGate.OPEN), members);
    }
}
