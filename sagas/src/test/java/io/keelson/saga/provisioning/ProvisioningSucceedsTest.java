package io.keelson.saga.provisioning;

import static io.keelson.fixture.InstanceFixtures.INSTANCE_ID;
import static io.keelson.fixture.InstanceFixtures.OPERATION_ID;
import static io.keelson.saga.provisioning.ProvisioningStory.apply;
import static io.keelson.saga.provisioning.ProvisioningStory.arrivedAt;
import static io.keelson.saga.provisioning.ProvisioningStory.failed;
import static io.keelson.saga.provisioning.ProvisioningStory.fixture;
import static io.keelson.saga.provisioning.ProvisioningStory.start;
import static io.keelson.saga.provisioning.ProvisioningStory.succeeded;

import io.keelson.api.instance.command.ActivateInstance;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.fixture.InstanceFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvisioningSucceedsTest {
    private static final List<PlannedStep> ALL_STEPS = StepName.ofProvisioning().stream()
            .map(step -> new PlannedStep(step, StepAction.APPLY))
            .toList();

    @Test
    void aRequestStartsAnOperationWithEveryStepInOrder() {
        fixture()
                .givenNoPriorActivity()
                .whenPublishingA(InstanceFixtures.provisioningRequested())
                .expectActiveSagas(1)
                .expectAssociationWith("operationId", OPERATION_ID)
                .expectDispatchedCommands(new StartOperation(
                        OPERATION_ID, OperationKind.PROVISION, InstanceFixtures.blueprint(), ALL_STEPS));
    }

    @Test
    void aRequestThatIsDeliveredTwiceStartsOneOperation() {
        fixture()
                .givenAPublished(InstanceFixtures.provisioningRequested())
                .whenPublishingA(InstanceFixtures.provisioningRequested())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @ParameterizedTest
    @EnumSource(
            to = "NOTIFY",
            names = {"ACTIVATE", "NOTIFY"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyStepIsFollowedByTheNextOne(StepName step) {
        StepName next = StepName.ofProvisioning().get(step.ordinal() + 1);

        arrivedAt(step).whenPublishingA(succeeded(step)).expectDispatchedCommands(start(apply(next, 1), Duration.ZERO));
    }

    @Test
    void aSkippedStepIsFollowedByTheNextOne() {
        arrivedAt(StepName.SUITES)
                .whenPublishingA(new StepSkipped(OPERATION_ID, apply(StepName.SUITES, 1), "No suites"))
                .expectDispatchedCommands(start(apply(StepName.CAPABILITIES, 1), Duration.ZERO));
    }

    @Test
    void theInstanceIsActivatedWithItsUrlBeforeAnybodyIsTold() {
        arrivedAt(StepName.ACTIVATE)
                .whenPublishingA(succeeded(StepName.ACTIVATE))
                .expectDispatchedCommands(
                        new ActivateInstance(INSTANCE_ID, OPERATION_ID, InstanceFixtures.URL),
                        start(apply(StepName.NOTIFY, 1), Duration.ZERO));
    }

    @Test
    void theInstanceIsActivatedAlsoWhenTheDriverHasNothingToDoForIt() {
        arrivedAt(StepName.ACTIVATE)
                .whenPublishingA(new StepSkipped(OPERATION_ID, apply(StepName.ACTIVATE, 1), "Nothing to do"))
                .expectDispatchedCommands(
                        new ActivateInstance(INSTANCE_ID, OPERATION_ID, InstanceFixtures.URL),
                        start(apply(StepName.NOTIFY, 1), Duration.ZERO));
    }

    @Test
    void theOperationSucceedsWithItsLastStep() {
        arrivedAt(StepName.NOTIFY)
                .whenPublishingA(succeeded(StepName.NOTIFY))
                .expectDispatchedCommands(new FinishOperation(
                        OPERATION_ID, OperationState.SUCCEEDED, "%s is active.".formatted(INSTANCE_ID)));
    }

    @Test
    void theOperationSucceedsAlsoWhenNobodyCouldBeTold() {
        arrivedAt(StepName.NOTIFY)
                .whenPublishingA(failed(apply(StepName.NOTIFY, 1), InstanceFixtures.FINAL_ERROR))
                .expectDispatchedCommands(new FinishOperation(
                        OPERATION_ID,
                        OperationState.SUCCEEDED,
                        "%s is active. What follows failed and is not tried again: %s"
                                .formatted(INSTANCE_ID, InstanceFixtures.FINAL_ERROR.message())));
    }

    @Test
    void theSagaEndsWithTheOperation() {
        arrivedAt(StepName.NOTIFY)
                .whenPublishingA(new OperationFinished(OPERATION_ID, OperationState.SUCCEEDED, "Active"))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void anOutcomeThatIsDeliveredTwiceDoesNothing() {
        arrivedAt(StepName.DATABASE)
                .whenPublishingA(succeeded(StepName.COMPUTE))
                .expectNoDispatchedCommands();
    }

    @Test
    void anOutcomeAfterTheEndDoesNothing() {
        arrivedAt(StepName.NOTIFY)
                .andThenAPublished(new OperationFinished(OPERATION_ID, OperationState.SUCCEEDED, "Active"))
                .whenPublishingA(succeeded(StepName.NOTIFY))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }
}
