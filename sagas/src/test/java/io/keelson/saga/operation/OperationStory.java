package io.keelson.saga.operation;

import static io.keelson.fixture.InstanceFixtures.LIVING_ID;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.StartStep;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.saga.step.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;

/** Tells the events of an operation on a living instance up to the point where a test begins. */
final class OperationStory {
    private static final RetryPolicy RETRIES = new RetryPolicy(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(30), 0);

    private OperationStory() {}

    static SagaTestFixture<InstanceOperationSaga> fixture() {
        SagaTestFixture<InstanceOperationSaga> fixture = new SagaTestFixture<>(InstanceOperationSaga.class);
        fixture.registerResource(RETRIES);
        return fixture;
    }

    static List<PlannedStep> plan(OperationKind kind) {
        return OperationPlans.of(kind).steps(request(kind));
    }

    static InstanceOperationRequested request(OperationKind kind) {
        return InstanceFixtures.requested(kind);
    }

    /** Every step before the one at {@code index} has succeeded. */
    static ContinuedGivenState arrivedAt(OperationKind kind, int index) {
        ContinuedGivenState story = fixture().givenAPublished(request(kind));
        for (PlannedStep step : plan(kind).subList(0, index)) {
            story = story.andThenAPublished(succeeded(step));
        }
        return story;
    }

    static StepSucceeded succeeded(PlannedStep step) {
        return new StepSucceeded(LIVING_ID, attempt(step), "Done", outputs(step.name()));
    }

    static StepFailed failed(PlannedStep step, StepError error) {
        return new StepFailed(LIVING_ID, attempt(step), error);
    }

    static StepCompensated compensated(StepName step, StepAction action, int number) {
        return new StepCompensated(LIVING_ID, new StepAttempt(step, action, number), "Taken back");
    }

    static StartStep start(StepName step, StepAction action, int number) {
        return new StartStep(LIVING_ID, new StepAttempt(step, action, number), Duration.ZERO);
    }

    private static StepAttempt attempt(PlannedStep step) {
        return new StepAttempt(step.name(), step.action(), 1);
    }

    private static Map<String, String> outputs(StepName step) {
        return step == StepName.NETWORK ? Map.of("url", InstanceFixtures.URL) : Map.of();
    }
}
