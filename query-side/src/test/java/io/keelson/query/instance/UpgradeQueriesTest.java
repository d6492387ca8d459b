package io.keelson.query.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.upgrade.RollbackStepView;
import io.keelson.api.upgrade.RollbackSteps;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.api.upgrade.query.GetRollbackPlan;
import io.keelson.api.upgrade.query.RollbackPlanView;
import io.keelson.api.version.event.VersionRequirementChanged;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import io.keelson.query.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpgradeQueriesTest {
    private static final InstanceId ID = InstanceFixtures.INSTANCE_ID;
    /** In the window of the fixtures: Saturday, 03:00 in Berlin. */
    private static final Instant OPEN = Instant.parse("2026-03-07T02:00:00Z");

    private final ReadModel model = ReadModel.empty();

    UpgradeQueriesTest() {
        model.tell(
                VersionFixtures.versionReleased(),
                UpgradeFixtures.released(),
                InstanceFixtures.provisioningRequested(),
                InstanceFixtures.activated());
    }

    @Test
    void whatIsWishedDecides() {
        assertThat(decided(OPEN).saying(Verdict.WAITS)).containsExactly(UpgradeRule.APPROVAL);

        model.tell(UpgradeFixtures.policySet(), UpgradeFixtures.windowsSet());
        assertThat(decided(OPEN).outcome()).isEqualTo(UpgradeOutcome.STARTS);
        UpgradeDecision later = decided(OPEN.minus(Duration.ofDays(1)));
        assertThat(later.saying(Verdict.WAITS)).containsExactly(UpgradeRule.WINDOW);
        assertThat(later.startsAt()).isEqualTo("2026-03-07T01:30:00Z");

        model.tell(UpgradeFixtures.pinned());
        assertThat(decided(OPEN).saying(Verdict.BLOCKS)).containsExactly(UpgradeRule.PIN);
        assertThat(view().upgrades().settings().windows()).containsExactly(UpgradeFixtures.WINDOW);
    }

    @Test
    void aWithdrawnReleaseIsOfferedNoMoreAndAChannelOffersWhatItHas() {
        model.tell(new VersionWithdrawn(UpgradeFixtures.NEWER_ID));
        assertThat(decided(OPEN).outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);

        model.tell(UpgradeFixtures.channelSet(), UpgradeFixtures.promoted());
        assertThat(decided(OPEN).outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);
    }

    @Test
    void aProposalIsDecidedAboutWithWhatItsAuthorHasSetAside() {
        model.tell(UpgradeFixtures.windowsSet(), UpgradeFixtures.proposed());

        assertThat(view().upgrades().proposal()).isEqualTo(UpgradeFixtures.PROPOSAL);
        UpgradeDecision decision = decided(OPEN.minus(Duration.ofDays(1)));
        assertThat(decision.saying(Verdict.OVERRIDDEN)).containsExactly(UpgradeRule.WINDOW);
        model.tell(UpgradeFixtures.approved("bob"));
        assertThat(decided(OPEN).outcome()).isEqualTo(UpgradeOutcome.STARTS);
        model.tell(UpgradeFixtures.rejected());
        assertThat(view().upgrades().proposal()).isNull();
    }

    @Test
    void anUpgradeIsSeenAndItsWayBackIsPlanned() {
        assertThat(plan().obstacle()).isEqualTo("There is no upgrade that could be taken back.");

        model.tell(InstanceFixtures.backedUp(), UpgradeFixtures.instanceUpgraded());
        assertThat(view().version()).isEqualTo(UpgradeFixtures.NEWER);
        RollbackPlanView plan = plan();
        assertThat(plan.obstacle()).isNull();
        assertThat(plan.to()).isEqualTo(VersionFixtures.NUMBER);
        assertThat(plan.steps())
                .extracting(RollbackStepView::name)
                .containsExactlyElementsOf(RollbackSteps.of(false, false).stream()
                        .map(PlannedStep::name)
                        .toList());
        assertThat(plan.estimatedDuration()).isPositive();

        model.tell(new VersionRequirementChanged(UpgradeFixtures.NEWER_ID, true));
        assertThat(plan().obstacle()).isEqualTo("1.1.0 is required; nobody goes back behind it.");
    }

    @Test
    void whatWasTakenBackIsNotTakenAgainByItself() {
        model.tell(
                UpgradeFixtures.policySet(),
                InstanceFixtures.backedUp(),
                UpgradeFixtures.instanceUpgraded(),
                UpgradeFixtures.instanceRolledBack());

        assertThat(view().version()).isEqualTo(VersionFixtures.NUMBER);
        assertThat(decided(OPEN).outcome()).isEqualTo(UpgradeOutcome.UP_TO_DATE);
    }

    private UpgradeDecision decided(Instant at) {
        return model.askList(new DecideUpgrades(List.of(ID), null, at), DecidedUpgrade.class)
                .getFirst()
                .decision();
    }

    private RollbackPlanView plan() {
        return model.askList(new GetRollbackPlan(ID, OPEN), RollbackPlanView.class)
                .getFirst();
    }

    private InstanceView view() {
        return model.askList(new GetInstances(List.of(ID)), InstanceView.class).getFirst();
    }
}
