package io.keelson.upgrade.rollout;

import static io.keelson.upgrade.rollout.Plans.NOON;
import static io.keelson.upgrade.rollout.Plans.instance;
import static io.keelson.upgrade.rollout.Plans.stage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.api.upgrade.KnownRelease;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStanding;
import io.keelson.api.version.VersionStatus;
import io.keelson.upgrade.Catalogue;
import io.keelson.upgrade.UpgradePolicy;
import io.keelson.upgrade.UpgradeQuestion;
import io.keelson.upgrade.UpgradeSubject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RolloutSimulationTest {
    private static final ComponentName SHOP = new ComponentName("shop");
    private static final SemanticVersion OLD = new SemanticVersion("1.0.0");
    private static final SemanticVersion NEW = new SemanticVersion("1.1.0");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Catalogue CATALOGUE = Catalogue.of(SHOP, component -> Stream.of(OLD, NEW)
            .map(number -> release(component, number))
            .toList());

    private final Map<InstanceId, UpgradeSettings> settings = new HashMap<>();
    private int asked;

    @Test
    void eachStageBeginsWhenTheOneBeforeAndItsSoakAreOver() {
        RolloutPreview preview = preview(
                Set.of(),
                2,
                stage("canary", "1", "0", false, null, RolloutGate.OPEN, Duration.ofHours(1)),
                stage("rest", "2", "0", false, null, RolloutGate.OPEN, Duration.ZERO));
        assertThat(preview.state()).isEqualTo(RolloutState.COMPLETED);
        // Two, one after the other, and an hour; then two at once.
        assertThat(preview.stages().get(1).opensAt())
                .isEqualTo(NOON.plus(MINUTE.multipliedBy(2)).plus(Duration.ofHours(1)));
        assertThat(preview.endsAt()).isEqualTo(NOON.plus(MINUTE.multipliedBy(3)).plus(Duration.ofHours(1)));
    }

    @Test
    void itTellsWhoWaitsForAWindowAndUntilWhen() {
        settings.put(
                instance(1), UpgradeSettings.of(UpdatePolicy.AUTO_UPDATE).withWindows(List.of(nights()), List.of()));
        PreviewedMember waiting = preview(Set.of(), 2, stage("all")).members().getFirst();
        assertThat(waiting.startsAt()).isEqualTo(Instant.parse("2026-03-04T22:00:00Z"));
        assertThat(waiting.outcome()).isEqualTo(MemberOutcome.SUCCEEDED);
    }

    @Test
    void itTellsWhoseCustomerMustApproveAndWhichGateSomebodyMustOpen() {
        settings.put(instance(1), UpgradeSettings.of(UpdatePolicy.MANUAL_APPROVAL));
        RolloutPreview preview =
                preview(Set.of(), 2, stage("all", "1", "0", false, null, new RolloutGate(true, null), Duration.ZERO));
        assertThat(preview.members().getFirst().needsApproval()).isTrue();
        assertThat(preview.stages().getFirst().needsApproval()).isTrue();
        assertThat(preview.state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void itTellsWhoIsSkippedAndWhy() {
        settings.put(instance(2), UpgradeSettings.of(UpdatePolicy.FROZEN));
        PreviewedMember frozen = preview(Set.of(), 2, stage("all")).members().get(1);
        assertThat(frozen.outcome()).isEqualTo(MemberOutcome.SKIPPED);
        assertThat(frozen.startsAt()).isNull();
        assertThat(frozen.reason()).containsIgnoringCase("frozen");
    }

    @Test
    void itTellsWhereFailuresWouldStopIt() {
        RolloutPreview preview = preview(Set.of(instance(2)), 5, stage("all"));
        assertThat(preview.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(preview.members().stream().map(PreviewedMember::outcome))
                .containsExactly(
                        MemberOutcome.SUCCEEDED,
                        MemberOutcome.FAILED,
                        MemberOutcome.PENDING,
                        MemberOutcome.PENDING,
                        MemberOutcome.PENDING);
    }

    /** The figure of the product is measured by the benchmark {@code rollout-preview}; this keeps it from growing without notice. */
    @Test
    void aLargeFleetIsAskedAboutOnlyAsOftenAsNeeded() {
        int size = 10_000;
        for (int number = 1; number <= size; number += 2) {
            settings.put(
                    instance(number),
                    UpgradeSettings.of(UpdatePolicy.AUTO_UPDATE).withWindows(List.of(nights()), List.of()));
        }
        RolloutPreview preview =
                preview(Set.of(), size, stage("all", "5%", "0", false, null, RolloutGate.OPEN, Duration.ZERO));
        assertThat(preview.state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(asked).isLessThanOrEqualTo(2 * size);
    }

    private RolloutPreview preview(Set<InstanceId> failing, int perStage, RolloutStage... stages) {
        RolloutStarted started = Plans.started(stages);
        List<RolloutMember> members = new ArrayList<>();
        for (int stage = 0; stage < stages.length; stage++) {
            members.addAll(Plans.members(stage, members.size() + 1, perStage));
        }
        return RolloutSimulation.of(
                new PreviewRollout(started.spec(), NOON, MINUTE, failing),
                started,
                members,
                (instanceId, at, approved) -> {
                    asked++;
                    UpgradeSubject subject = new UpgradeSubject(
                            OLD,
                            DriverName.PROCESS,
                            InstanceStatus.ACTIVE,
                            false,
                            settings.getOrDefault(instanceId, UpgradeSettings.of(UpdatePolicy.AUTO_UPDATE)),
                            Set.of(),
                            Set.of());
                    return UpgradePolicy.decide(
                            new UpgradeQuestion(subject, CATALOGUE, NEW, Set.of(), approved, Plans.ID, at));
                });
    }

    private static MaintenanceWindow nights() {
        return new MaintenanceWindow(
                "nights", Set.of(), null, LocalTime.of(22, 0), Duration.ofHours(6), "UTC", Set.of());
    }

    private static KnownRelease release(ComponentName component, SemanticVersion number) {
        return new KnownRelease(
                VersionId.random(),
                component,
                number,
                VersionStatus.STABLE,
                false,
                false,
                Map.of(),
                VersionStanding.NONE,
                Set.of(DriverName.PROCESS));
    }
}
