package io.keelson.saga.provisioning;

import static io.keelson.fixture.InstanceFixtures.FINAL_ERROR;
import static io.keelson.fixture.InstanceFixtures.INSTANCE_ID;
import static io.keelson.fixture.InstanceFixtures.OPERATION_ID;
import static io.keelson.fixture.InstanceFixtures.RETRYABLE_ERROR;
import static io.keelson.saga.provisioning.ProvisioningStory.apply;
import static io.keelson.saga.provisioning.ProvisioningStory.arrivedAt;
import static io.keelson.saga.provisioning.ProvisioningStory.compensated;
import static io.keelson.saga.provisioning.ProvisioningStory.failed;
import static io.keelson.saga.provisioning.ProvisioningStory.remove;
import static io.keelson.saga.provisioning.ProvisioningStory.rolledBackTo;
import static io.keelson.saga.provisioning.ProvisioningStory.start;
import static io.keelson.saga.provisioning.ProvisioningStory.succeeded;

import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.BeginRollback;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.event.StepSkipped;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvisioningFailsTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @Test
    void aRetryableFailureIsTriedAgainAfterAWait() {
        arrivedAt(StepName.DATABASE)
                .whenPublishingA(failed(apply(StepName.DATABASE, 1), RETRYABLE_ERROR))
                .expectDispatchedCommands(start(apply(StepName.DATABASE, 2), ONE_SECOND));
    }

    @Test
    void theOutcomeOfAnEarlierTryDoesNothing() {
        arrivedAt(StepName.DATABASE)
                .andThenAPublished(failed(apply(StepName.DATABASE, 1), RETRYABLE_ERROR))
                .whenPublishingA(succeeded(StepName.DATABASE))
                .expectNoDispatchedCommands();
    }

    @Test
    void theLastFailureTurnsTheOperationRound() {
        arrivedAt(StepName.DATABASE)
                .andThenAPublished(failed(apply(StepName.DATABASE, 1), RETRYABLE_ERROR))
                .whenPublishingA(failed(apply(StepName.DATABASE, 2), RETRYABLE_ERROR))
                .expectDispatchedCommands(
                        new BeginRollback(OPERATION_ID, RETRYABLE_ERROR), start(remove(StepName.DATABASE, 3), NOW));
    }

    @ParameterizedTest
    @EnumSource(to = "NOTIFY", names = "NOTIFY", mode = EnumSource.Mode.EXCLUDE)
    void aFinalFailureTurnsTheOperationRoundAtOnce(StepName step) {
        arrivedAt(step)
                .whenPublishingA(failed(apply(step, 1), FINAL_ERROR))
                .expectDispatchedCommands(new BeginRollback(OPERATION_ID, FINAL_ERROR), start(remove(step, 2), NOW));
    }

    @ParameterizedTest
    @EnumSource(
            to = "NOTIFY",
            names = {"VALIDATE", "NOTIFY"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyRemovalIsFollowedByTheOneBefore(StepName step) {
        StepName previous = StepName.ofProvisioning().get(step.ordinal() - 1);

        rolledBackTo(step, step)
                .whenPublishingA(compensated(step))
                .expectDispatchedCommands(start(remove(previous, 2), NOW));
    }

    @Test
    void aRemovalThatDoesNotApplyIsFollowedByTheOneBefore() {
        rolledBackTo(StepName.DATABASE, StepName.DATABASE)
                .whenPublishingA(new StepSkipped(OPERATION_ID, remove(StepName.DATABASE, 2), "No database"))
                .expectDispatchedCommands(start(remove(StepName.COMPUTE, 2), NOW));
    }

    @Test
    void theOperationEndsWhenEverythingIsTakenBack() {
        rolledBackTo(StepName.HEALTH_CHECK, StepName.VALIDATE)
                .whenPublishingA(compensated(StepName.VALIDATE))
                .expectDispatchedCommands(
                        new FailProvisioning(INSTANCE_ID, OPERATION_ID, FINAL_ERROR),
                        new FinishOperation(
                                OPERATION_ID,
                                OperationState.ROLLED_BACK,
                                "%s Everything made for %s was removed; it is not tried again."
                                        .formatted(FINAL_ERROR.message(), INSTANCE_ID)));
    }

    @Test
    void aRemovalIsTriedAgain() {
        rolledBackTo(StepName.DATABASE, StepName.DATABASE)
                .whenPublishingA(failed(remove(StepName.DATABASE, 2), RETRYABLE_ERROR))
                .expectDispatchedCommands(start(remove(StepName.DATABASE, 3), ONE_SECOND));
    }

    @Test
    void aRemovalThatFailsForGoodDoesNotStopTheOthers() {
        rolledBackTo(StepName.DATABASE, StepName.DATABASE)
                .whenPublishingA(failed(remove(StepName.DATABASE, 2), FINAL_ERROR))
                .expectDispatchedCommands(start(remove(StepName.COMPUTE, 2), NOW));
    }

    @Test
    void theOperationFailsAndNamesWhatIsLeft() {
        String message = FINAL_ERROR.message() + " Step database could not be removed: " + RETRYABLE_ERROR.message()
                + " It is not tried again by itself; terminate the instance to remove what is left.";

        rolledBackTo(StepName.DATABASE, StepName.DATABASE)
                .andThenAPublished(failed(remove(StepName.DATABASE, 2), RETRYABLE_ERROR))
                .andThenAPublished(failed(remove(StepName.DATABASE, 3), RETRYABLE_ERROR))
                .andThenAPublished(compensated(StepName.COMPUTE))
                .whenPublishingA(compensated(StepName.VALIDATE))
                .expectDispatchedCommands(
                        new FailProvisioning(
                                INSTANCE_ID,
                                OPERATION_ID,
                                new StepError(FINAL_ERROR.code(), FINAL_ERROR.fault(), false, message)),
                        new FinishOperation(OPERATION_ID, OperationState.FAILED, message));
    }

    @Test
    void aLateSuccessDuringTheRollbackDoesNothing() {
        rolledBackTo(StepName.DATABASE, StepName.DATABASE)
                .whenPublishingA(succeeded(StepName.DATABASE))
                .expectNoDispatchedCommands();
    }
}
