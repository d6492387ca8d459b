package io.keelson.command.rollout;

import static io.keelson.command.rollout.RolloutCase.BY_NOBODY;
import static io.keelson.fixture.RolloutFixtures.CANARY;
import static io.keelson.fixture.RolloutFixtures.NOON;
import static io.keelson.fixture.RolloutFixtures.ROLLOUT_ID;
import static io.keelson.fixture.RolloutFixtures.SECOND;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.command.AdvanceRollout;
import io.keelson.api.rollout.command.RecordMemberBegan;
import io.keelson.api.rollout.command.RecordMemberOutcome;
import io.keelson.api.rollout.event.RolloutMemberDeferred;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutStopped;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutCourseTest {
    private final RolloutCase rollouts = new RolloutCase();

    @Test
    void itAsksAboutTheMemberWhoseTurnItIs() {
        rollouts.running()
                .when(new AdvanceRollout(ROLLOUT_ID), BY_NOBODY)
                .expectNoEvents()
                .expectResultMessagePayload(new RolloutAgenda(
                        RolloutCase.spec(RolloutGate.OPEN),
                        List.of(CANARY),
                        List.of(),
                        NOON.plus(RolloutSpec.PATIENCE)));
    }

    @Test
    void itStartsTheMemberThatCan() {
        rollouts.running()
                .when(ready(CANARY), BY_NOBODY)
                .expectEvents(begun(CANARY))
                .expectResultMessagePayload(new RolloutAgenda(
                        RolloutCase.spec(RolloutGate.OPEN), List.of(), List.of(), NOON.plus(RolloutSpec.PATIENCE)));
    }

    @Test
    void whatIsSaidTwiceStartsNobodyElse() {
        rollouts.running(begun(CANARY)).when(ready(CANARY), BY_NOBODY).expectNoEvents();
        rollouts.running(begun(CANARY)).when(ready(SECOND), BY_NOBODY).expectNoEvents();
    }

    @Test
    void anOutcomeIsRecordedOnce() {
        rollouts.running(begun(CANARY))
                .when(outcome(MemberOutcome.SUCCEEDED, ""), BY_NOBODY)
                .expectEvents(new RolloutMemberEnded(ROLLOUT_ID, CANARY, MemberOutcome.SUCCEEDED, ""));
        rollouts.running(begun(CANARY), RolloutFixtures.memberEnded(CANARY, MemberOutcome.SUCCEEDED, ""))
                .when(outcome(MemberOutcome.FAILED, "late"), BY_NOBODY)
                .expectNoEvents();
    }

    @Test
    void theFailureThatIsOneTooManyStopsItAtOnce() {
        rollouts.running(begun(CANARY))
                .when(outcome(MemberOutcome.FAILED, "It did not start."), BY_NOBODY)
                .expectEvents(
                        new RolloutMemberEnded(ROLLOUT_ID, CANARY, MemberOutcome.FAILED, "It did not start."),
                        new RolloutStopped(ROLLOUT_ID, 0, "1 of 2 members of stage \"all\" failed; 0 may."));
    }

    @Test
    void whoCouldNotBeginAfterAllHasAnotherTurn() {
        rollouts.running(begun(CANARY))
                .when(outcome(MemberOutcome.PENDING, "Busy."), BY_NOBODY)
                .expectEvents(new RolloutMemberDeferred(ROLLOUT_ID, CANARY, NOON.plusSeconds(10), "Busy."));
    }

    @Test
    void whoseCustomerHasApprovedBegins() {
        RolloutMemberProposed proposed = new RolloutMemberProposed(
                ROLLOUT_ID,
                CANARY,
                RolloutFixtures.operation(CANARY),
                UpgradeFixtures.NEWER,
                Set.of(),
                RolloutFixtures.AUTHOR);
        RecordMemberBegan began = new RecordMemberBegan(ROLLOUT_ID, CANARY, RolloutFixtures.operation(CANARY));
        rollouts.running(proposed).when(began, BY_NOBODY).expectEvents(begun(CANARY));
        rollouts.running(proposed, begun(CANARY)).when(began, BY_NOBODY).expectNoEvents();
    }

    @Test
    void whatIsUnderWayWhenItIsAbortedIsStillRecorded() {
        rollouts.running(begun(CANARY), RolloutFixtures.aborted())
                .when(outcome(MemberOutcome.SUCCEEDED, ""), BY_NOBODY)
                .expectEvents(new RolloutMemberEnded(ROLLOUT_ID, CANARY, MemberOutcome.SUCCEEDED, ""));
    }

    private static AdvanceRollout ready(InstanceId instanceId) {
        return new AdvanceRollout(ROLLOUT_ID, Map.of(instanceId, MemberReadiness.READY), Map.of());
    }

    private static RecordMemberOutcome outcome(MemberOutcome outcome, String reason) {
        return new RecordMemberOutcome(ROLLOUT_ID, CANARY, RolloutFixtures.operation(CANARY), outcome, reason);
    }

    private static RolloutMemberStarted begun(InstanceId instanceId) {
        return new RolloutMemberStarted(
                ROLLOUT_ID,
                instanceId,
                RolloutFixtures.operation(instanceId),
                UpgradeFixtures.NEWER,
                Set.of(),
                RolloutFixtures.AUTHOR);
    }
}
