package io.keelson.command.operation;

import static io.keelson.fixture.InstanceFixtures.FINAL_ERROR;
import static io.keelson.fixture.InstanceFixtures.OPERATION_ID;
import static io.keelson.fixture.OperationFixtures.attempt;
import static io.keelson.fixture.OperationFixtures.removal;

import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.api.operation.command.RetryOperation;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class RetryOperationTest {
    private static final RetryOperation RETRY = new RetryOperation(OPERATION_ID);
    private static final StepAttempt AGAIN = removal(StepName.VALIDATE, 3);

    private static final List<Object> FAILED_ROLLBACK = List.of(
            OperationFixtures.started(),
            OperationFixtures.stepStarted(attempt(StepName.VALIDATE, 1)),
            new StepFailed(OPERATION_ID, attempt(StepName.VALIDATE, 1), FINAL_ERROR),
            new RollbackStarted(OPERATION_ID, FINAL_ERROR),
            OperationFixtures.stepStarted(removal(StepName.VALIDATE, 2)),
            new StepFailed(OPERATION_ID, removal(StepName.VALIDATE, 2), FINAL_ERROR),
            new OperationFinished(OPERATION_ID, OperationState.FAILED, "Something is left"));

    private final AggregateTestFixture<Operation> fixture = new AggregateTestFixture<>(Operation.class);

    @Test
    void aFailedOperationGoesOnFromTheStepThatFailed() {
        fixture.given(FAILED_ROLLBACK).when(RETRY).expectEvents(retried(), OperationFixtures.stepStarted(AGAIN));
    }

    @Test
    void whatSucceedsTheSecondTimeIsTakenBack() {
        List<Object> story = new ArrayList<>(FAILED_ROLLBACK);
        story.addAll(List.of(retried(), OperationFixtures.stepStarted(AGAIN)));

        fixture.given(story)
                .when(new RecordStepSucceeded(OPERATION_ID, AGAIN, "Gone", Map.of()))
                .expectEvents(new StepCompensated(OPERATION_ID, AGAIN, "Gone"));
    }

    @Test
    void anOperationThatRunsAgainIsNotRetriedAgain() {
        List<Object> story = new ArrayList<>(FAILED_ROLLBACK);
        story.addAll(List.of(retried(), OperationFixtures.stepStarted(AGAIN)));

        fixture.given(story).when(RETRY).expectNoEvents();
    }

    @Test
    void whatSucceededIsNotRetried() {
        fixture.given(
                        OperationFixtures.started(),
                        new OperationFinished(OPERATION_ID, OperationState.SUCCEEDED, "Done"))
                .when(RETRY)
                .expectNoEvents();
    }

    private static OperationRetried retried() {
        return new OperationRetried(
                OPERATION_ID,
                InstanceFixtures.blueprint(),
                null,
                Map.of(),
                List.of(new PlannedStep(StepName.VALIDATE, StepAction.REMOVE, StepUndo.NO_RETURN)),
                Map.of(StepName.VALIDATE, 2),
                FINAL_ERROR);
    }
}
