package io.keelson.saga.termination;

import static io.keelson.fixture.InstanceFixtures.FINAL_ERROR;
import static io.keelson.fixture.InstanceFixtures.INSTANCE_ID;
import static io.keelson.fixture.InstanceFixtures.RETRYABLE_ERROR;
import static io.keelson.fixture.InstanceFixtures.TERMINATION_ID;

import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.command.StartStep;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.api.tenant.residency.Region;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.saga.step.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminationSagaTest {
    private static final RetryPolicy RETRIES = new RetryPolicy(1, 2, Duration.ofSeconds(1), Duration.ofSeconds(30), 0);
    private static final List<StepName> STEPS = List.of(
            StepName.ACTIVATE,
            StepName.START,
            StepName.MONITORING,
            StepName.RESIDENCY,
            StepName.CAPABILITIES,
            StepName.SUITES,
            StepName.CERTIFICATE,
            StepName.ENVIRONMENT,
            StepName.MIGRATE,
            StepName.DEPLOY,
            StepName.STORAGE,
            StepName.NETWORK,
            StepName.DATABASE,
            StepName.COMPUTE,
            StepName.VALIDATE);

    private final SagaTestFixture<TerminationSaga> fixture = new SagaTestFixture<>(TerminationSaga.class);

    @BeforeEach
    void registerRetries() {
        fixture.registerResource(RETRIES);
    }

    @Test
    void aRequestStartsAnOperationThatRemovesEverythingLatestFirst() {
        List<PlannedStep> plan = STEPS.stream()
                .map(step -> new PlannedStep(step, StepAction.REMOVE))
                .toList();

        fixture.givenNoPriorActivity()
                .whenPublishingA(InstanceFixtures.terminationRequested())
                .expectActiveSagas(1)
                .expectDispatchedCommands(new StartOperation(
                        TERMINATION_ID, OperationKind.TERMINATE, InstanceFixtures.blueprint(), plan));
    }

    @Test
    void whatAMigrationMayHaveLeftElsewhereIsRemovedFirst() {
        List<PlannedStep> plan = Stream.concat(Stream.of(StepName.OTHER_PLACE), STEPS.stream())
                .map(step -> new PlannedStep(step, StepAction.REMOVE))
                .toList();

        fixture.givenNoPriorActivity()
                .whenPublishingA(new InstanceTerminationRequested(
                        INSTANCE_ID, TERMINATION_ID, InstanceFixtures.blueprint(), null, new Region("ng-lagos-1")))
                .expectDispatchedCommands(new StartOperation(
                        TERMINATION_ID,
                        OperationKind.TERMINATE,
                        InstanceFixtures.blueprint(),
                        plan,
                        null,
                        Map.of(OperationParameter.OTHER_REGION, "ng-lagos-1")));
    }

    @Test
    void aRequestThatIsDeliveredTwiceStartsOneOperation() {
        requested()
                .whenPublishingA(InstanceFixtures.terminationRequested())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void everyRemovalIsFollowedByTheNextOne() {
        requested().whenPublishingA(succeeded(StepName.ACTIVATE)).expectDispatchedCommands(start(StepName.START, 1, 0));
    }

    @Test
    void aRemovalThatDoesNotApplyIsFollowedByTheNextOne() {
        requested()
                .whenPublishingA(new StepSkipped(
                        TERMINATION_ID, OperationFixtures.removal(StepName.ACTIVATE, 1), "Nothing to do"))
                .expectDispatchedCommands(start(StepName.START, 1, 0));
    }

    @Test
    void theTerminationIsCompleteWithTheLastRemoval() {
        everythingRemovedBut(StepName.VALIDATE)
                .whenPublishingA(succeeded(StepName.VALIDATE))
                .expectDispatchedCommands(
                        new CompleteTermination(INSTANCE_ID, TERMINATION_ID),
                        new FinishOperation(
                                TERMINATION_ID,
                                OperationState.SUCCEEDED,
                                "Nothing of %s is left.".formatted(INSTANCE_ID)));
    }

    @Test
    void aRemovalIsTriedAgainAfterAWait() {
        requested()
                .whenPublishingA(failed(StepName.ACTIVATE, 1, RETRYABLE_ERROR))
                .expectDispatchedCommands(start(StepName.ACTIVATE, 2, 1));
    }

    @Test
    void aRemovalThatFailsForGoodDoesNotStopTheOthers() {
        requested()
                .andThenAPublished(failed(StepName.ACTIVATE, 1, RETRYABLE_ERROR))
                .whenPublishingA(failed(StepName.ACTIVATE, 2, RETRYABLE_ERROR))
                .expectDispatchedCommands(start(StepName.START, 1, 0));
    }

    @Test
    void theTerminationFailsAndNamesWhatIsLeft() {
        StepError error = new StepError(
                FINAL_ERROR.code(),
                FINAL_ERROR.fault(),
                false,
                "Step validate could not be removed: " + FINAL_ERROR.message()
                        + " It is not tried again by itself; terminate the instance to remove what is left.");

        everythingRemovedBut(StepName.VALIDATE)
                .whenPublishingA(failed(StepName.VALIDATE, 1, FINAL_ERROR))
                .expectDispatchedCommands(
                        new FailTermination(INSTANCE_ID, TERMINATION_ID, error),
                        new FinishOperation(TERMINATION_ID, OperationState.FAILED, error.message()));
    }

    @Test
    void anOutcomeThatIsDeliveredTwiceDoesNothing() {
        requested()
                .andThenAPublished(succeeded(StepName.ACTIVATE))
                .whenPublishingA(succeeded(StepName.ACTIVATE))
                .expectNoDispatchedCommands();
    }

    @Test
    void theSagaEndsWithTheOperation() {
        requested()
                .whenPublishingA(new OperationFinished(TERMINATION_ID, OperationState.SUCCEEDED, "Gone"))
                .expectActiveSagas(0);
    }

    private ContinuedGivenState requested() {
        return fixture.givenAPublished(InstanceFixtures.terminationRequested());
    }

    private ContinuedGivenState everythingRemovedBut(StepName last) {
        Stream<StepName> removed = STEPS.stream().filter(step -> step != last);
        return removed.reduce(
                requested(), (story, step) -> story.andThenAPublished(succeeded(step)), (_, later) -> later);
    }

    private static StartStep start(StepName step, int number, int seconds) {
        return new StartStep(TERMINATION_ID, OperationFixtures.removal(step, number), Duration.ofSeconds(seconds));
    }

    private static StepSucceeded succeeded(StepName step) {
        return new StepSucceeded(TERMINATION_ID, OperationFixtures.removal(step, 1), "Removed", Map.of());
    }

    private static StepFailed failed(StepName step, int number, StepError error) {
        return new StepFailed(TERMINATION_ID, OperationFixtures.removal(step, number), error);
    }
}
