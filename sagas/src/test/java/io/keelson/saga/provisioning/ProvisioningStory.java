package io.keelson.saga.provisioning;

import static io.keelson.fixture.InstanceFixtures.OPERATION_ID;

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
import java.util.Map;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;

/** Tells the events of a provisioning up to the point where a test begins. */
final class ProvisioningStory {
    static final RetryPolicy RETRIES = new RetryPolicy(2, 2, Duration.ofSeconds(1), Duration.ofSeconds(30), 0);

    private ProvisioningStory() {}

    static SagaTestFixture<ProvisioningSaga> fixture() {
        SagaTestFixture<ProvisioningSaga> fixture = new SagaTestFixture<>(ProvisioningSaga.class);
        fixture.registerResource(RETRIES);
        return fixture;
    }

    /** Every step before {@code step} has succeeded at once; START has given the URL. */
    static ContinuedGivenState arrivedAt(StepName step) {
        ContinuedGivenState story = fixture().givenAPublished(InstanceFixtures.provisioningRequested());
        return StepName.ofProvisioning().stream()
                .filter(earlier -> earlier.compareTo(step) < 0)
                .reduce(story, (told, earlier) -> told.andThenAPublished(succeeded(earlier)), (_, later) -> later);
    }

    /** {@code step} has failed for good, and those after {@code until} have been removed. */
    static ContinuedGivenState rolledBackTo(StepName step, StepName until) {
        ContinuedGivenState story =
                arrivedAt(step).andThenAPublished(failed(apply(step, 1), InstanceFixtures.FINAL_ERROR));
        return StepName.ofProvisioning().stream()
                .sorted((a, b) -> b.compareTo(a))
                .filter(removed -> removed.compareTo(step) <= 0 && removed.compareTo(until) > 0)
                .reduce(story, (told, removed) -> told.andThenAPublished(compensated(removed)), (_, later) -> later);
    }

    static StepAttempt apply(StepName step, int number) {
        return new StepAttempt(step, StepAction.APPLY, number);
    }

    static StepAttempt remove(StepName step, int number) {
        return new StepAttempt(step, StepAction.REMOVE, number);
    }

    static StartStep start(StepAttempt attempt, Duration delay) {
        return new StartStep(OPERATION_ID, attempt, delay);
    }

    static StepSucceeded succeeded(StepName step) {
        Map<String, String> outputs = step == StepName.START ? Map.of("url", InstanceFixtures.URL) : Map.of();
        return new StepSucceeded(OPERATION_ID, apply(step, 1), "Done", outputs);
    }

    static StepFailed failed(StepAttempt attempt, StepError error) {
        return new StepFailed(OPERATION_ID, attempt, error);
    }

    static StepCompensated compensated(StepName step) {
        return new StepCompensated(OPERATION_ID, remove(step, 2), "Removed");
    }
}
