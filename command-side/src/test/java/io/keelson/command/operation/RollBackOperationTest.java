package io.keelson.command.operation;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.BeginRollback;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.api.operation.command.RecordStepSkipped;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.api.operation.command.StartStep;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RollBackOperationTest {
    private static final OperationId ID = InstanceFixtures.OPERATION_ID;
    private static final StepAttempt TRY = OperationFixtures.attempt(StepName.VALIDATE, 1);
    private static final StepAttempt REMOVAL = OperationFixtures.removal(StepName.VALIDATE, 2);
    private static final StepFailed FAILED = new StepFailed(ID, TRY, InstanceFixtures.FINAL_ERROR);
    private static final BeginRollback BEGIN = new BeginRollback(ID, InstanceFixtures.FINAL_ERROR);
    private static final RollbackStarted BEGUN = new RollbackStarted(ID, InstanceFixtures.FINAL_ERROR);

    private final FixtureConfiguration<Operation> fixture = new AggregateTestFixture<>(Operation.class);

    @Test
    void aRunningOperationTurnsRound() {
        failed().when(BEGIN).expectEvents(BEGUN);
    }

    @Test
    void turningRoundTwiceRecordsNothingMore() {
        failed().andGiven(BEGUN).when(BEGIN).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void aRemovalStarts() {
        failed().andGiven(BEGUN)
                .when(new StartStep(ID, REMOVAL, Duration.ZERO))
                .expectEvents(new StepStarted(ID, REMOVAL, Duration.ZERO));
    }

    @Test
    void nothingIsAppliedAnyMore() {
        failed().andGiven(BEGUN)
                .when(new StartStep(ID, OperationFixtures.attempt(StepName.VALIDATE, 2), Duration.ZERO))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aSuccessfulRemovalCompensates() {
        removing()
                .when(new RecordStepSucceeded(ID, REMOVAL, "Removed", Map.of()))
                .expectEvents(new StepCompensated(ID, REMOVAL, "Removed"));
    }

    @Test
    void aRemovalThatDoesNotApplyIsSkipped() {
        removing()
                .when(new RecordStepSkipped(ID, REMOVAL, "Nothing to remove"))
                .expectEvents(new StepSkipped(ID, REMOVAL, "Nothing to remove"));
    }

    @Test
    void aFailedRemovalIsRecorded() {
        removing()
                .when(new RecordStepFailed(ID, REMOVAL, InstanceFixtures.RETRYABLE_ERROR))
                .expectEvents(new StepFailed(ID, REMOVAL, InstanceFixtures.RETRYABLE_ERROR));
    }

    @Test
    void theTryThatWasRunningWhenItTurnedRoundIsIgnored() {
        fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(TRY), BEGUN)
                .when(new RecordStepSucceeded(ID, TRY, "Late", Map.of()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private TestExecutor<Operation> failed() {
        return fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(TRY), FAILED);
    }

    private TestExecutor<Operation> removing() {
        return failed().andGiven(BEGUN, OperationFixtures.stepStarted(REMOVAL));
    }
}
