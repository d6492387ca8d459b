package io.keelson.upgrade.rollout;

import static io.keelson.upgrade.rollout.Plans.ID;
import static io.keelson.upgrade.rollout.Plans.NOON;
import static io.keelson.upgrade.rollout.Plans.instance;
import static io.keelson.upgrade.rollout.Plans.members;
import static io.keelson.upgrade.rollout.Plans.stage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.Share;
import io.keelson.api.rollout.event.RolloutAborted;
import io.keelson.api.rollout.event.RolloutGateApproved;
import io.keelson.api.rollout.event.RolloutGateReached;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutPaused;
import io.keelson.api.rollout.event.RolloutRestarted;
import io.keelson.api.rollout.event.RolloutResumed;
import io.keelson.api.rollout.event.RolloutSoakStarted;
import io.keelson.api.rollout.event.RolloutStopped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutMovesTest {
    private static final RolloutGate APPROVAL = new RolloutGate(true, null);

    @Test
    void membersHaveTheirTurnsInOrderAndNoMoreAtOnceThanMay() {
        Played rollout =
                new Played(members(0, 1, 5), stage("all", "2", "0", false, null, RolloutGate.OPEN, Duration.ZERO));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1), instance(2));
        rollout.succeed(2);
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1), instance(3));
    }

    @Test
    void aPercentageOfAtOnceIsRoundedDownButNeverToNone() {
        Played rollout =
                new Played(members(0, 1, 9), stage("all", "10%", "0", false, null, RolloutGate.OPEN, Duration.ZERO));
        rollout.startAll();
        assertThat(rollout.running()).hasSize(1);
    }

    @Test
    void aStageBeginsWhenTheOneBeforeIsDone() {
        Played rollout = new Played(twoStages(), stage("canary"), stage("rest"));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1));
        rollout.succeed(1);
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
        rollout.succeed(2);
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void theFailureThatIsOneTooManyStopsIt() {
        Played rollout =
                new Played(members(0, 1, 9), stage("all", "1", "1", false, null, RolloutGate.OPEN, Duration.ZERO));
        rollout.startAll();
        rollout.fail(1);
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
        rollout.fail(2);
        rollout.startAll();
        assertThat(rollout.running()).isEmpty();
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(rollout.events.getLast())
                .isEqualTo(new RolloutStopped(ID, 0, "2 of 9 members of stage \"all\" failed; 1 may."));
    }

    @Test
    void anExactBudgetHoldsBackWhatCouldBreakIt() {
        Played rollout =
                new Played(members(0, 1, 9), stage("all", "5", "1", true, null, RolloutGate.OPEN, Duration.ZERO));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1), instance(2));
        rollout.fail(1);
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
    }

    @Test
    void aStoppedOneGoesOnAtItsFirstMemberWithoutATurn() {
        Played rollout = new Played(members(0, 1, 3), stage("all"));
        rollout.startAll();
        rollout.fail(1);
        rollout.happen(new RolloutRestarted(ID, false));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
        rollout.fail(2);
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.STOPPED);
    }

    @Test
    void aRestartCanGiveFailedMembersAnotherTurnWithAnOperationOfItsOwn() {
        Played rollout = new Played(members(0, 1, 2), stage("all"));
        rollout.startAll();
        rollout.fail(1);
        rollout.happen(new RolloutRestarted(ID, true));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1));
        assertThat(rollout.progress.member(instance(1)).orElseThrow().operationId())
                .isEqualTo(ID.operation(instance(1), 1));
    }

    @Test
    void tooFewSuccessesStopItAtTheEndOfTheStage() {
        Played rollout =
                new Played(members(0, 1, 2), stage("all", "2", "0", false, "100%", RolloutGate.OPEN, Duration.ZERO));
        rollout.answer(id -> id.equals(instance(2))
                ? new MemberReadiness(MemberReadiness.Kind.SKIP, null, "It is there already.")
                : MemberReadiness.READY);
        rollout.succeed(1);
        assertThat(rollout.events.getLast())
                .isEqualTo(new RolloutStopped(ID, 0, "1 of 2 members of stage \"all\" were upgraded; 2 must be."));
        rollout.happen(new RolloutRestarted(ID, false));
        rollout.goOn();
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void aGateAsksOnceAndWaits() {
        Played rollout = new Played(members(0, 1, 1), stage("all", "1", "0", false, null, APPROVAL, Duration.ZERO));
        rollout.startAll();
        rollout.startAll();
        assertThat(rollout.events.stream().filter(RolloutGateReached.class::isInstance))
                .hasSize(1);
        assertThat(rollout.running()).isEmpty();
        rollout.happen(new RolloutGateApproved(ID, RolloutPlace.ofStage(0), "bert"));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1));
    }

    @Test
    void aGateOpensByTime() {
        RolloutGate tonight = new RolloutGate(false, NOON.plus(Duration.ofHours(8)));
        Played rollout = new Played(members(0, 1, 1), stage("all", "1", "0", false, null, tonight, Duration.ZERO));
        rollout.startAll();
        assertThat(rollout.running()).isEmpty();
        assertThat(rollout.agenda().nextLook()).isEqualTo(tonight.notBefore());
        rollout.pass(Duration.ofHours(8));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1));
    }

    @Test
    void theGateOfAGroupHoldsThatGroupOnly() {
        RolloutStage stage = new RolloutStage(
                "all",
                List.of(new RolloutGroup("held", MemberSelector.ALL, null, null, APPROVAL), Plans.group("free")),
                Share.ALL,
                Share.NONE,
                false,
                null,
                RolloutGate.OPEN,
                Duration.ZERO);
        Played rollout =
                new Played(List.of(new RolloutMember(instance(1), 0, 0), new RolloutMember(instance(2), 0, 1)), stage);
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
        rollout.happen(new RolloutGateApproved(ID, new RolloutPlace(0, 0), "bert"));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1), instance(2));
    }

    @Test
    void aStageSoaksAndWhoDoesNotStayWellStopsIt() {
        Duration day = Duration.ofDays(1);
        Played rollout =
                new Played(twoStages(), stage("canary", "1", "0", false, null, RolloutGate.OPEN, day), stage("rest"));
        rollout.startAll();
        rollout.succeed(1);
        assertThat(rollout.events.getLast()).isEqualTo(new RolloutSoakStarted(ID, 0, NOON.plus(day)));
        rollout.startAll();
        assertThat(rollout.running()).isEmpty();
        assertThat(rollout.agenda().soaking()).containsExactly(instance(1));
        rollout.unwell(1, "It became unhealthy.");
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.STOPPED);
    }

    @Test
    void afterTheSoakTheNextStageBegins() {
        Duration day = Duration.ofDays(1);
        Played rollout =
                new Played(twoStages(), stage("canary", "1", "0", false, null, RolloutGate.OPEN, day), stage("rest"));
        rollout.startAll();
        rollout.succeed(1);
        rollout.pass(day);
        rollout.startAll();
        assertThat(rollout.running()).as("nobody has looked").isEmpty();
        rollout.look();
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
    }

    @Test
    void whoWaitsForAWindowTakesNoPlaceFromTheOthers() {
        Played rollout = new Played(members(0, 1, 2), stage("all"));
        MemberReadiness tonight =
                new MemberReadiness(MemberReadiness.Kind.WAIT, NOON.plus(Duration.ofHours(10)), "Window \"nights\".");
        rollout.answer(id -> id.equals(instance(1)) ? tonight : MemberReadiness.READY);
        assertThat(rollout.running()).containsExactly(instance(2));
        rollout.succeed(2);
        assertThat(rollout.agenda().nextLook()).isEqualTo(tonight.until());
        rollout.pass(Duration.ofHours(10));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1));
    }

    @Test
    void whoCannotBeginIsAskedLessAndLessOftenAndSkippedInTheEnd() {
        Played rollout = new Played(members(0, 1, 1), stage("all"));
        MemberReadiness suspended = new MemberReadiness(MemberReadiness.Kind.WAIT, null, "It is suspended.");
        int asked = 0;
        while (rollout.progress.state() == RolloutState.RUNNING) {
            rollout.answer(_ -> suspended);
            asked++;
            rollout.now = rollout.agenda().nextLook() == null
                    ? rollout.now
                    : rollout.agenda().nextLook();
        }
        assertThat(asked).isBetween(10, 60);
        assertThat(rollout.events.get(rollout.events.size() - 3))
                .isEqualTo(new RolloutMemberEnded(
                        ID, instance(1), MemberOutcome.SKIPPED, "It could not begin within PT48H. It is suspended."));
    }

    @Test
    void whoseCustomerMustApproveIsProposedOnceAndTakesNoPlace() {
        Played rollout = new Played(members(0, 1, 2), stage("all"));
        MemberReadiness approval = new MemberReadiness(MemberReadiness.Kind.PROPOSE, null, "It must be approved.");
        rollout.answer(id -> id.equals(instance(1)) ? approval : MemberReadiness.READY);
        rollout.answer(_ -> approval);
        assertThat(rollout.events.stream().filter(RolloutMemberProposed.class::isInstance))
                .hasSize(1);
        assertThat(rollout.running()).containsExactly(instance(2));
    }

    @Test
    void aReleaseThatIsGoneStopsIt() {
        Played rollout = new Played(members(0, 1, 2), stage("all"));
        rollout.answer(_ -> new MemberReadiness(MemberReadiness.Kind.STOP, null, "2.0.0 is WITHDRAWN."));
        assertThat(rollout.events.getLast()).isEqualTo(new RolloutStopped(ID, 0, "2.0.0 is WITHDRAWN."));
        assertThat(rollout.with(MemberOutcome.PENDING)).hasSize(2);
    }

    @Test
    void aPausedOneStartsNobodyUntilItIsResumed() {
        Played rollout = new Played(members(0, 1, 2), stage("all"));
        rollout.startAll();
        rollout.happen(new RolloutPaused(ID));
        rollout.succeed(1);
        rollout.startAll();
        assertThat(rollout.running()).isEmpty();
        rollout.happen(new RolloutResumed(ID));
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(2));
    }

    @Test
    void whileItIsHeldTheWaitingDoesNotCount() {
        Played rollout = new Played(members(0, 1, 1), stage("all"));
        rollout.happen(new RolloutPaused(ID));
        rollout.pass(Plans.PATIENCE.multipliedBy(2));
        rollout.happen(new RolloutResumed(ID));
        rollout.goOnAgain();
        rollout.startAll();
        assertThat(rollout.running()).containsExactly(instance(1));
    }

    @Test
    void anAbortedOneLetsWhatIsUnderWayEnd() {
        Played rollout = new Played(members(0, 1, 2), stage("all"));
        rollout.startAll();
        rollout.happen(new RolloutAborted(ID));
        assertThat(rollout.running()).containsExactly(instance(1));
        assertThat(rollout.with(MemberOutcome.SKIPPED)).containsExactly(instance(2));
        rollout.succeed(1);
        assertThat(rollout.with(MemberOutcome.SUCCEEDED)).containsExactly(instance(1));
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.ABORTED);
    }

    private static List<RolloutMember> twoStages() {
        List<RolloutMember> members = new ArrayList<>(members(0, 1, 1));
        members.addAll(members(1, 2, 1));
        return members;
    }
}
