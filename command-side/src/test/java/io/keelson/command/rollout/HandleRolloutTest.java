package io.keelson.command.rollout;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.command.rollout.RolloutCase.BY_ALICE;
import static io.keelson.command.rollout.RolloutCase.BY_BOB;
import static io.keelson.fixture.RolloutFixtures.ROLLOUT_ID;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.command.AbortRollout;
import io.keelson.api.rollout.command.ApproveRolloutGate;
import io.keelson.api.rollout.command.PauseRollout;
import io.keelson.api.rollout.command.RestartRollout;
import io.keelson.api.rollout.command.ResumeRollout;
import io.keelson.api.rollout.event.RolloutGateApproved;
import io.keelson.api.rollout.event.RolloutGateReached;
import io.keelson.fixture.RolloutFixtures;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class HandleRolloutTest {
    private static final ApproveRolloutGate APPROVE = new ApproveRolloutGate(ROLLOUT_ID, "all", null);
    private static final RolloutGateReached REACHED = new RolloutGateReached(ROLLOUT_ID, RolloutPlace.ofStage(0));
    private static final RolloutGateApproved APPROVED =
            new RolloutGateApproved(ROLLOUT_ID, RolloutPlace.ofStage(0), "bob");

    private final RolloutCase rollouts = new RolloutCase();

    @Test
    void anotherPersonOpensAGate() {
        gated().when(APPROVE, BY_BOB).expectEvents(APPROVED, RolloutCase.opened());
    }

    @Test
    void itsAuthorCannotOpenAGate() {
        gated().when(APPROVE, BY_ALICE).expectException(refusal(ErrorCode.CONFIRMATION_MISSING, "rolloutId"));
    }

    @Test
    void aGateIsOpenedOnce() {
        rollouts.fixture()
                .given(RolloutCase.started(new RolloutGate(true, null)), RolloutCase.listed(), REACHED, APPROVED)
                .andGiven(RolloutCase.opened())
                .when(APPROVE, BY_BOB)
                .expectNoEvents();
    }

    @Test
    void whatHasNoGateCannotBeApproved() {
        rollouts.running().when(APPROVE, BY_BOB).expectException(refusal(ErrorCode.WRONG_STATE, "rolloutId"));
        gated().when(new ApproveRolloutGate(ROLLOUT_ID, "nowhere", null), BY_BOB)
                .expectException(refusal(ErrorCode.WRONG_STATE, "rolloutId"));
    }

    @Test
    void itIsPausedAndResumedOnce() {
        rollouts.running().when(new PauseRollout(ROLLOUT_ID), BY_BOB).expectEvents(RolloutFixtures.paused());
        rollouts.running(RolloutFixtures.paused())
                .when(new PauseRollout(ROLLOUT_ID), BY_BOB)
                .expectNoEvents();
        rollouts.running(RolloutFixtures.paused())
                .when(new ResumeRollout(ROLLOUT_ID), BY_BOB)
                .expectEvents(RolloutFixtures.resumed(), RolloutCase.opened());
        rollouts.running().when(new ResumeRollout(ROLLOUT_ID), BY_BOB).expectNoEvents();
    }

    @Test
    void onlyAStoppedOneIsRestarted() {
        rollouts.running(RolloutFixtures.stopped(0))
                .when(new RestartRollout(ROLLOUT_ID, false), BY_BOB)
                .expectEvents(RolloutFixtures.restarted(false), RolloutCase.opened());
        rollouts.running()
                .when(new RestartRollout(ROLLOUT_ID, false), BY_BOB)
                .expectException(refusal(ErrorCode.WRONG_STATE, "rolloutId"));
    }

    @Test
    void itIsAbortedOnceForAReason() {
        rollouts.running()
                .when(new AbortRollout(ROLLOUT_ID), BY_BOB)
                .expectException(refusal(ErrorCode.INVALID_INPUT, "reason"));
        rollouts.running().when(new AbortRollout(ROLLOUT_ID), BY_ALICE).expectEvents(RolloutFixtures.aborted());
        rollouts.running(RolloutFixtures.aborted())
                .when(new AbortRollout(ROLLOUT_ID), BY_ALICE)
                .expectNoEvents();
    }

    @Test
    void whatIsOverCannotBeHandled() {
        rollouts.running(RolloutFixtures.aborted())
                .when(new PauseRollout(ROLLOUT_ID), BY_BOB)
                .expectException(refusal(ErrorCode.WRONG_STATE, "rolloutId"));
        rollouts.running(RolloutFixtures.completed())
                .when(new AbortRollout(ROLLOUT_ID), BY_ALICE)
                .expectException(refusal(ErrorCode.WRONG_STATE, "rolloutId"));
    }

    private TestExecutor<Rollout> gated() {
        return rollouts.fixture()
                .given(RolloutCase.started(new RolloutGate(true, null)), RolloutCase.listed(), REACHED);
    }
}
