package io.keelson.saga.rollout;

import static io.keelson.fixture.RolloutFixtures.CANARY;
import static io.keelson.fixture.RolloutFixtures.ROLLOUT_ID;

import io.keelson.api.backup.BackupId;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.command.RejectUpgrade;
import io.keelson.api.instance.command.StartRolloutUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.command.RecordMemberBegan;
import io.keelson.api.rollout.command.RecordMemberOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutSagaTest {
    private static final OperationId OPERATION = RolloutFixtures.operation(CANARY);
    private static final StartRolloutUpgrade START = new StartRolloutUpgrade(
            CANARY, OPERATION, ROLLOUT_ID, UpgradeFixtures.NEWER, Set.of(UpgradeRule.WINDOW), RolloutFixtures.AUTHOR);
    private static final UpgradeInstance PROPOSE =
            new UpgradeInstance(CANARY, OPERATION, UpgradeFixtures.NEWER, Set.of(UpgradeRule.WINDOW));
    private static final RejectUpgrade WITHDRAW = new RejectUpgrade(CANARY, OPERATION);

    private final SagaTestFixture<RolloutSaga> fixture = new SagaTestFixture<>(RolloutSaga.class);
    private @Nullable Rejection refusal;
    private boolean starts = true;

    @BeforeEach
    void answerForTheInstance() {
        fixture.setCallbackBehavior((command, _) -> {
            boolean asksTheInstance = command instanceof StartRolloutUpgrade || command instanceof UpgradeInstance;
            if (refusal != null && asksTheInstance) {
                throw new CommandExecutionException(refusal.message(), null, refusal);
            }
            return asksTheInstance ? new UpgradeAnswer(OPERATION, starts) : null;
        });
    }

    @Test
    void itAsksTheInstanceAndWaits() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(RolloutFixtures.memberStarted(CANARY))
                .expectActiveSagas(1)
                .expectDispatchedCommands(START);
    }

    @Test
    void aTurnThatIsDeliveredTwiceIsAskedForOnce() {
        fixture.givenAPublished(RolloutFixtures.memberStarted(CANARY))
                .whenPublishingA(RolloutFixtures.memberStarted(CANARY))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void anUpgradeThatSucceedsIsASuccess() {
        fixture.givenAPublished(RolloutFixtures.memberStarted(CANARY))
                .whenPublishingA(upgraded())
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(MemberOutcome.SUCCEEDED, ""));
    }

    @Test
    void anUpgradeThatFailsIsAFailureWithItsReason() {
        fixture.givenAPublished(RolloutFixtures.memberStarted(CANARY))
                .whenPublishingA(new InstanceOperationFailed(CANARY, OPERATION, InstanceFixtures.FINAL_ERROR, true))
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(MemberOutcome.FAILED, InstanceFixtures.FINAL_ERROR.message()));
    }

    @Test
    void whoCannotHaveTheVersionIsSkipped() {
        refusal = new Rejection(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version", "It runs it already.");
        fixture.givenNoPriorActivity()
                .whenPublishingA(RolloutFixtures.memberStarted(CANARY))
                .expectActiveSagas(0)
                .expectDispatchedCommands(START, outcome(MemberOutcome.SKIPPED, "It runs it already."));
    }

    @Test
    void whoIsBusyAfterAllHasAnotherTurn() {
        refusal = new Rejection(ErrorCode.OPERATION_IN_PROGRESS, "instanceId", "It is busy.");
        fixture.givenNoPriorActivity()
                .whenPublishingA(RolloutFixtures.memberStarted(CANARY))
                .expectActiveSagas(0)
                .expectDispatchedCommands(START, outcome(MemberOutcome.PENDING, "It is busy."));
    }

    @Test
    void whoWaitsAfterAllHasAnotherTurn() {
        starts = false;
        fixture.givenNoPriorActivity()
                .whenPublishingA(RolloutFixtures.memberStarted(CANARY))
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        START, outcome(MemberOutcome.PENDING, "Something came between; it has another turn."));
    }

    @Test
    void aProposalWaitsForItsCustomer() {
        starts = false;
        fixture.givenNoPriorActivity()
                .whenPublishingA(RolloutFixtures.memberProposed(CANARY))
                .expectActiveSagas(1)
                .expectDispatchedCommands(PROPOSE);
    }

    @Test
    void anApprovedOneBeginsAndSucceeds() {
        starts = false;
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .whenPublishingA(requested())
                .expectDispatchedCommands(new RecordMemberBegan(ROLLOUT_ID, CANARY, OPERATION));
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .andThenAPublished(requested())
                .andThenAPublished(RolloutFixtures.memberStarted(CANARY))
                .whenPublishingA(upgraded())
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(MemberOutcome.SUCCEEDED, ""));
    }

    @Test
    void whoseCustomerRefusesIsSkipped() {
        starts = false;
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .whenPublishingA(new UpgradeRejected(CANARY, OperationId.random(), OPERATION, "carl"))
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(MemberOutcome.SKIPPED, "carl has refused it."));
    }

    @Test
    void anotherProposalThatIsRefusedIsNoneOfIts() {
        starts = false;
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .whenPublishingA(new UpgradeRejected(CANARY, OperationId.random(), OperationId.random(), "carl"))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void aProposalIsTakenBackWhenTheRolloutIsAborted() {
        starts = false;
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .whenPublishingA(RolloutFixtures.aborted())
                .expectActiveSagas(0)
                .expectDispatchedCommands(WITHDRAW);
    }

    @Test
    void aProposalIsTakenBackWhenThePatienceOfItsStageIsOver() {
        starts = false;
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .whenPublishingA(RolloutFixtures.memberEnded(CANARY, MemberOutcome.SKIPPED, "It waited too long."))
                .expectActiveSagas(0)
                .expectDispatchedCommands(WITHDRAW);
    }

    @Test
    void whoIsTerminatedMeanwhileIsSkipped() {
        starts = false;
        fixture.givenAPublished(RolloutFixtures.memberProposed(CANARY))
                .whenPublishingA(new InstanceTerminated(CANARY, OperationId.random()))
                .expectActiveSagas(0)
                .expectDispatchedCommands(outcome(MemberOutcome.SKIPPED, "The instance was terminated."));
    }

    private static InstanceOperationRequested requested() {
        return new InstanceOperationRequested(
                CANARY,
                OPERATION,
                OperationKind.UPGRADE,
                InstanceFixtures.blueprint(),
                UpgradeFixtures.upgraded(),
                Map.of());
    }

    private static InstanceUpgraded upgraded() {
        return new InstanceUpgraded(
                CANARY,
                OPERATION,
                InstanceFixtures.blueprint(),
                UpgradeFixtures.upgraded(),
                BackupId.parse("backup:00000000-0000-4000-8000-000000000006"),
                InstanceFixtures.URL);
    }

    private static RecordMemberOutcome outcome(MemberOutcome outcome, String reason) {
        return new RecordMemberOutcome(ROLLOUT_ID, CANARY, OPERATION, outcome, reason);
    }
}
