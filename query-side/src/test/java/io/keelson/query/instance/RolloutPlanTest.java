package io.keelson.query.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningFailed;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.api.instance.event.MaintenanceWindowsSet;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.Share;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.query.PlanRollout;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.version.SemanticVersion;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import io.keelson.query.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RolloutPlanTest {
    private static final Instant NOON = RolloutFixtures.NOON;
    private static final MaintenanceWindow NIGHT =
            new MaintenanceWindow("nights", Set.of(), null, LocalTime.of(2, 0), Duration.ofHours(2), "UTC", Set.of());

    private final ReadModel model = ReadModel.empty();
    private int count;

    RolloutPlanTest() {
        model.tell(VersionFixtures.versionReleased(), UpgradeFixtures.released());
    }

    @Test
    void whatLivesAndIsOlderIsMemberOfTheFirstGroupThatSelectsIt() {
        InstanceId tagged = active();
        model.tell(new InstanceTagged(tagged, InstanceFixtures.OPERATION_ID, List.of(new InstanceTag("env:test"))));
        InstanceId plain = active();
        InstanceId building = provisioning(VersionFixtures.NUMBER);
        InstanceId failed = provisioning(VersionFixtures.NUMBER);
        model.tell(new InstanceProvisioningFailed(failed, InstanceFixtures.OPERATION_ID, InstanceFixtures.FINAL_ERROR));
        provisioning(UpgradeFixtures.NEWER);
        provisioning(new SemanticVersion("1.1.0-rc.1"));

        List<RolloutMember> members = model.askList(new PlanRollout(RolloutFixtures.spec()), RolloutMember.class);

        assertThat(members.getFirst()).isEqualTo(new RolloutMember(tagged, 0, 0));
        assertThat(members.subList(1, members.size()))
                .hasSize(3)
                .extracting(RolloutMember::instanceId)
                .contains(plain, building);
        assertThat(members.subList(1, 4)).allMatch(member -> member.stage() == 1 && member.group() == 1);
    }

    @Test
    void aPreviewSaysWhenEachMemberHasItsTurn() {
        InstanceId free = active();
        InstanceId nightly = active();
        model.tell(new MaintenanceWindowsSet(nightly, InstanceFixtures.OPERATION_ID, List.of(NIGHT), List.of()));
        InstanceId suspended = active();
        model.tell(new InstanceSuspended(
                suspended,
                InstanceFixtures.OPERATION_ID,
                InstanceFixtures.suspended().cause()));
        provisioning(VersionFixtures.NUMBER);

        RolloutPreview preview = preview(Set.of(), Set.of());

        Map<InstanceId, PreviewedMember> members = byId(preview);
        assertThat(members).hasSize(4);
        assertThat(members.get(free).startsAt()).isEqualTo(NOON);
        assertThat(members.get(free).endsAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(members.get(nightly).startsAt()).isEqualTo("2026-03-04T02:00:00Z");
        assertThat(members.get(suspended).outcome()).isEqualTo(MemberOutcome.SKIPPED);
        assertThat(members.get(suspended).reason()).contains("suspended");
        assertThat(members.values())
                .filteredOn(member -> member.outcome() == MemberOutcome.SUCCEEDED)
                .hasSize(3);
        assertThat(preview.state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void aPreviewStopsWhereTheRolloutWouldAndSetsAsideWhatItWould() {
        InstanceId nightly = active();
        model.tell(new MaintenanceWindowsSet(nightly, InstanceFixtures.OPERATION_ID, List.of(NIGHT), List.of()));

        RolloutPreview preview = preview(Set.of(UpgradeRule.WINDOW), Set.of(nightly));

        assertThat(byId(preview).get(nightly).startsAt()).isEqualTo(NOON);
        assertThat(byId(preview).get(nightly).outcome()).isEqualTo(MemberOutcome.FAILED);
        assertThat(preview.state()).isEqualTo(RolloutState.STOPPED);
    }

    @Test
    void aPreviewSkipsWhatAnotherRolloutHolds() {
        InstanceId held = active();
        model.tell(
                new RolloutStarted(RolloutFixtures.ROLLOUT_ID, spec(Set.of()), 1, RolloutFixtures.AUTHOR),
                new RolloutMembersListed(
                        RolloutFixtures.ROLLOUT_ID, UpgradeFixtures.NEWER, List.of(new RolloutMember(held, 0, 0))));

        RolloutPreview preview = preview(Set.of(), Set.of());

        assertThat(byId(preview).get(held).outcome()).isEqualTo(MemberOutcome.SKIPPED);
        assertThat(byId(preview).get(held).reason()).contains(RolloutFixtures.ROLLOUT_ID.toString());
        assertThat(byId(preview).get(held).endsAt()).isEqualTo(NOON.plus(RolloutSpec.PATIENCE));
    }

    @Test
    void aPreviewRefusesWhatTheStartWouldRefuse() {
        assertThatThrownBy(() -> preview(Set.of(), Set.of()))
                .hasRootCauseMessage(
                        "stages select no instance of %s that could be upgraded.".formatted(VersionFixtures.COMPONENT));
    }

    @Test
    void theOldestUnfinishedRolloutHoldsAnInstanceUntilItsTurn() {
        InstanceId id = active();
        RolloutStarted newer = new RolloutStarted(RolloutId.random(), spec(Set.of()), 1, RolloutFixtures.AUTHOR);
        RolloutStarted older =
                new RolloutStarted(RolloutFixtures.ROLLOUT_ID, spec(Set.of(UpgradeRule.APPROVAL)), 1, "alice");
        model.deliver(List.of(model.stored(newer, NOON)));
        model.deliver(List.of(model.stored(older, NOON.minusSeconds(1))));
        for (RolloutStarted rollout : List.of(newer, older)) {
            model.tell(new RolloutMembersListed(
                    rollout.rolloutId(), UpgradeFixtures.NEWER, List.of(new RolloutMember(id, 0, 0))));
        }

        assertThat(waitsFor(id, new DecideUpgrades(List.of(id), null, NOON))).contains(UpgradeRule.ROLLOUT);
        assertThat(waitsFor(
                        id, new DecideUpgrades(List.of(id), UpgradeFixtures.NEWER, NOON, newer.rolloutId(), Set.of())))
                .contains(UpgradeRule.ROLLOUT);
        assertThat(waitsFor(
                        id,
                        new DecideUpgrades(
                                List.of(id),
                                UpgradeFixtures.NEWER,
                                NOON,
                                older.rolloutId(),
                                Set.of(UpgradeRule.APPROVAL))))
                .isEmpty();

        model.tell(RolloutFixtures.aborted());
        assertThat(waitsFor(
                        id, new DecideUpgrades(List.of(id), UpgradeFixtures.NEWER, NOON, newer.rolloutId(), Set.of())))
                .doesNotContain(UpgradeRule.ROLLOUT);
    }

    private List<UpgradeRule> waitsFor(InstanceId id, DecideUpgrades query) {
        return model.askList(query, DecidedUpgrade.class).stream()
                .filter(decided -> decided.instanceId().equals(id))
                .findFirst()
                .orElseThrow()
                .decision()
                .saying(Verdict.WAITS);
    }

    private RolloutPreview preview(Set<UpgradeRule> overrides, Set<InstanceId> failing) {
        return model.ask(
                new PreviewRollout(spec(overrides), NOON, PreviewRollout.UPGRADE_DURATION, failing),
                RolloutPreview.class);
    }

    private static Map<InstanceId, PreviewedMember> byId(RolloutPreview preview) {
        return preview.members().stream()
                .collect(Collectors.toMap(member -> member.member().instanceId(), member -> member));
    }

    private static RolloutSpec spec(Set<UpgradeRule> overrides) {
        RolloutGroup all = new RolloutGroup("all", MemberSelector.ALL, null, null, RolloutGate.OPEN);
        RolloutStage stage = new RolloutStage(
                "all", List.of(all), Share.ALL, Share.NONE, false, null, RolloutGate.OPEN, Duration.ZERO);
        return new RolloutSpec(
                VersionFixtures.COMPONENT, UpgradeFixtures.NEWER, List.of(stage), RolloutSpec.PATIENCE, overrides);
    }

    private InstanceId active() {
        InstanceId id = provisioning(VersionFixtures.NUMBER);
        model.tell(new InstanceActivated(id, InstanceFixtures.OPERATION_ID, InstanceFixtures.URL));
        return id;
    }

    private InstanceId provisioning(SemanticVersion version) {
        InstanceBlueprint usual = InstanceFixtures.blueprint();
        InstanceId id = new InstanceId(new UUID(7, ++count));
        model.tell(new InstanceProvisioningRequested(
                id,
                InstanceFixtures.OPERATION_ID,
                UpdatePolicy.AUTO_UPDATE,
                new InstanceBlueprint(
                        id,
                        usual.name(),
                        usual.type(),
                        usual.partnerId(),
                        usual.tenantId(),
                        usual.versionId(),
                        usual.component(),
                        version,
                        usual.driver(),
                        usual.configuration(),
                        usual.resources(),
                        usual.artifacts())));
        return id;
    }
}
