package io.keelson.command.operation;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.api.operation.command.RecordStepSkipped;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.api.operation.command.StartStep;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RunStepTest {
    private static final OperationId ID = InstanceFixtures.OPERATION_ID;
    private static final StepAttempt FIRST = OperationFixtures.attempt(StepName.VALIDATE, 1);
    private static final StepAttempt SECOND = OperationFixtures.attempt(StepName.VALIDATE, 2);
    private static final Map<String, String> OUTPUTS = Map.of("url", InstanceFixtures.URL);
    private static final StepFailed FAILED = new StepFailed(ID, FIRST, InstanceFixtures.RETRYABLE_ERROR);

    private final FixtureConfiguration<Operation> fixture = new AggregateTestFixture<>(Operation.class);

    @Test
    void successOfTheRunningTryIsRecorded() {
        fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(FIRST))
                .when(new RecordStepSucceeded(ID, FIRST, "Reserved", OUTPUTS))
                .expectEvents(new StepSucceeded(ID, FIRST, "Reserved", OUTPUTS));
    }

    @Test
    void aStepThatDoesNotApplyIsRecorded() {
        fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(FIRST))
                .when(new RecordStepSkipped(ID, FIRST, "No suites"))
                .expectEvents(new StepSkipped(ID, FIRST, "No suites"));
    }

    @Test
    void failureOfTheRunningTryIsRecorded() {
        fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(FIRST))
                .when(new RecordStepFailed(ID, FIRST, InstanceFixtures.RETRYABLE_ERROR))
                .expectEvents(FAILED);
    }

    @Test
    void anOutcomeThatIsReportedTwiceIsRecordedOnce() {
        fixture.given(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(FIRST),
                        new StepSucceeded(ID, FIRST, "Reserved", OUTPUTS))
                .when(new RecordStepSucceeded(ID, FIRST, "Reserved", OUTPUTS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theOutcomeOfAnEarlierTryIsIgnored() {
        fixture.given(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(FIRST),
                        FAILED,
                        OperationFixtures.stepStarted(SECOND))
                .when(new RecordStepSucceeded(ID, FIRST, "Late", OUTPUTS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theNextTryStartsWithItsDelay() {
        fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(FIRST), FAILED)
                .when(new StartStep(ID, SECOND, Duration.ofSeconds(2)))
                .expectEvents(new StepStarted(ID, SECOND, Duration.ofSeconds(2)));
    }

    @Test
    void aTryThatWasStartedIsNotStartedAgain() {
        fixture.given(OperationFixtures.started(), OperationFixtures.stepStarted(FIRST))
                .when(new StartStep(ID, FIRST, Duration.ZERO))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anEarlierTryIsNotStartedAfterALaterOne() {
        fixture.given(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(FIRST),
                        FAILED,
                        OperationFixtures.stepStarted(SECOND))
                .when(new StartStep(ID, FIRST, Duration.ZERO))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nothingStartsWhenTheOperationIsOver() {
        fixture.given(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(FIRST),
                        new OperationFinished(ID, OperationState.CANCELLED, "Given up"))
                .when(new StartStep(ID, SECOND, Duration.ZERO))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void noOutcomeIsRecordedWhenTheOperationIsOver() {
        fixture.given(
                        OperationFixtures.started(),
                        OperationFixtures.stepStarted(FIRST),
                        new OperationFinished(ID, OperationState.CANCELLED, "Given up"))
                .when(new RecordStepFailed(ID, FIRST, InstanceFixtures.FINAL_ERROR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
