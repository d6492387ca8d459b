package io.keelson.saga.suspension;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.operation.OperationId;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.command.RecordHoldOutcome;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.SuspensionFixtures;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldSagaTest {
    private static final InstanceId INSTANCE = InstanceFixtures.INSTANCE_ID;
    private static final HoldId HOLD = SuspensionFixtures.HOLD_ID;
    private static final SuspensionCause CAUSE = SuspensionCause.of(SuspensionFixtures.SUSPENSION_ID);
    private static final OperationId FIRST = HOLD.operation(0);
    private static final OperationId SECOND = HOLD.operation(1);
    private static final SuspendInstance SUSPEND = new SuspendInstance(INSTANCE, FIRST, CAUSE);
    private static final ResumeInstance RESUME = new ResumeInstance(INSTANCE, SECOND, CAUSE);
    private static final InstanceSuspended SUSPENDED = new InstanceSuspended(INSTANCE, FIRST, CAUSE);
    private static final InstanceResumed RESUMED = new InstanceResumed(INSTANCE, SECOND, CAUSE, InstanceFixtures.URL);
    private static final String BUSY = "The instance is busy.";
    private static final String NOT_ACTIVE = "The instance is not active.";

    private final SagaTestFixture<HoldSaga> fixture = new SagaTestFixture<>(HoldSaga.class);
    private @Nullable Rejection refusal;

    @BeforeEach
    void refuseWhenAsked() {
        fixture.setCallbackBehavior((command, _) -> {
            boolean asksTheInstance = command instanceof SuspendInstance || command instanceof ResumeInstance;
            if (refusal != null && asksTheInstance) {
                throw new CommandExecutionException(refusal.message(), null, refusal);
            }
            return null;
        });
    }

    @Test
    void aRunningInstanceIsStopped() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(SuspensionFixtures.holdPlaced())
                .expectActiveSagas(1)
                .expectAssociationWith("instanceId", INSTANCE)
                .expectDispatchedCommands(SUSPEND, outcome(HoldOutcome.STOPPING, FIRST + " stops it."));
    }

    @Test
    void aHoldThatIsDeliveredTwiceStopsOnce() {
        fixture.givenAPublished(SuspensionFixtures.holdPlaced())
                .whenPublishingA(SuspensionFixtures.holdPlaced())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void aStoppedInstanceIsRecorded() {
        fixture.givenAPublished(SuspensionFixtures.holdPlaced())
                .whenPublishingA(SUSPENDED)
                .expectDispatchedCommands(stopped());
    }

    @Test
    void aBusyInstanceIsStoppedWhenThatIsOver() {
        refusal = new Rejection(ErrorCode.OPERATION_IN_PROGRESS, "instanceId", BUSY);
        ContinuedGivenState waiting = fixture.givenAPublished(SuspensionFixtures.holdPlaced());
        refusal = null;
        waiting.whenPublishingA(InstanceFixtures.activated())
                .expectDispatchedCommands(SUSPEND, outcome(HoldOutcome.STOPPING, FIRST + " stops it."));
    }

    @Test
    void aBusyInstanceIsRecordedAsWaiting() {
        refusal = new Rejection(ErrorCode.OPERATION_IN_PROGRESS, "instanceId", BUSY);
        fixture.givenNoPriorActivity()
                .whenPublishingA(SuspensionFixtures.holdPlaced())
                .expectDispatchedCommands(SUSPEND, outcome(HoldOutcome.WAITING, BUSY));
    }

    @Test
    void anInstanceThatDoesNotRunIsLeftAloneAndStoppedShouldItRun() {
        refusal = new Rejection(ErrorCode.WRONG_STATE, "instanceId", NOT_ACTIVE);
        ContinuedGivenState alone = fixture.givenAPublished(SuspensionFixtures.holdPlaced());
        refusal = null;
        alone.whenPublishingA(InstanceFixtures.resumed())
                .expectDispatchedCommands(SUSPEND, outcome(HoldOutcome.STOPPING, FIRST + " stops it."));
    }

    @Test
    void aFailureToStopIsRecordedAndNotTriedAgain() {
        String message = InstanceFixtures.FINAL_ERROR.message() + " It is not tried again by itself.";
        fixture.givenAPublished(SuspensionFixtures.holdPlaced())
                .whenPublishingA(new InstanceOperationFailed(INSTANCE, FIRST, InstanceFixtures.FINAL_ERROR, true))
                .expectActiveSagas(1)
                .expectDispatchedCommands(outcome(HoldOutcome.NOT_STOPPED, message));
        fixture.givenAPublished(SuspensionFixtures.holdPlaced())
                .andThenAPublished(new InstanceOperationFailed(INSTANCE, FIRST, InstanceFixtures.FINAL_ERROR, true))
                .whenPublishingA(InstanceFixtures.activated())
                .expectNoDispatchedCommands();
    }

    @Test
    void whatTheSuspensionStoppedComesBackWhenItIsLifted() {
        held().whenPublishingA(SuspensionFixtures.holdReleased())
                .expectActiveSagas(1)
                .expectDispatchedCommands(RESUME, outcome(HoldOutcome.RETURNING, SECOND + " starts it."));
    }

    @Test
    void aReturnedInstanceEndsTheHold() {
        held().andThenAPublished(SuspensionFixtures.holdReleased())
                .whenPublishingA(RESUMED)
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(HoldOutcome.RETURNED, "It runs again."));
    }

    @Test
    void whatTheSuspensionDidNotStopStaysAsItIs() {
        refusal = new Rejection(ErrorCode.WRONG_STATE, "instanceId", NOT_ACTIVE);
        fixture.givenAPublished(SuspensionFixtures.holdPlaced())
                .whenPublishingA(SuspensionFixtures.holdReleased())
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void aSuspensionThatIsLiftedWhileItStopsAnInstanceStartsItOnceItIsStopped() {
        fixture.givenAPublished(SuspensionFixtures.holdPlaced())
                .andThenAPublished(SuspensionFixtures.holdReleased())
                .whenPublishingA(SUSPENDED)
                .expectDispatchedCommands(stopped(), RESUME, outcome(HoldOutcome.RETURNING, SECOND + " starts it."));
    }

    @Test
    void anInstanceThatIsBusyWhenTheSuspensionIsLiftedIsStartedWhenThatIsOver() {
        ContinuedGivenState held = held();
        refusal = new Rejection(ErrorCode.OPERATION_IN_PROGRESS, "instanceId", BUSY);
        ContinuedGivenState waiting = held.andThenAPublished(SuspensionFixtures.holdReleased());
        refusal = null;
        waiting.whenPublishingA(InstanceFixtures.activated())
                .expectDispatchedCommands(RESUME, outcome(HoldOutcome.RETURNING, SECOND + " starts it."));
    }

    @Test
    void anInstanceThatIsTerminatedMeanwhileEndsTheHold() {
        held().whenPublishingA(InstanceFixtures.terminated())
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(HoldOutcome.LEFT_ALONE, "It was terminated."));
    }

    private ContinuedGivenState held() {
        return fixture.givenAPublished(SuspensionFixtures.holdPlaced()).andThenAPublished(SUSPENDED);
    }

    private static RecordHoldOutcome stopped() {
        return outcome(HoldOutcome.STOPPED, "The suspension has stopped it.");
    }

    private static RecordHoldOutcome outcome(HoldOutcome outcome, String message) {
        return new RecordHoldOutcome(HOLD, outcome, message);
    }
}
