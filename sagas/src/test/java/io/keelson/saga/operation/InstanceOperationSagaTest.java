package io.keelson.saga.operation;

import static io.keelson.fixture.InstanceFixtures.FINAL_ERROR;
import static io.keelson.fixture.InstanceFixtures.INSTANCE_ID;
import static io.keelson.fixture.InstanceFixtures.LIVING_ID;
import static io.keelson.saga.operation.OperationStory.arrivedAt;
import static io.keelson.saga.operation.OperationStory.compensated;
import static io.keelson.saga.operation.OperationStory.failed;
import static io.keelson.saga.operation.OperationStory.fixture;
import static io.keelson.saga.operation.OperationStory.plan;
import static io.keelson.saga.operation.OperationStory.request;
import static io.keelson.saga.operation.OperationStory.start;
import static io.keelson.saga.operation.OperationStory.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.Fault;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.FailInstanceOperation;
import io.keelson.api.instance.event.InstanceOperationRetried;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.api.operation.command.BeginRollback;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.RetryOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.fixture.InstanceFixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceOperationSagaTest {
    private static final StepError CALLED_OFF =
            new StepError("CANCELLED", Fault.USER, false, LIVING_ID + " was called off.");

    @ParameterizedTest
    @EnumSource(
            names = {"PROVISION", "TERMINATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyKindStartsItsPlanAndEndsWithItsInstance(OperationKind kind) {
        List<PlannedStep> steps = plan(kind);
        fixture()
                .givenNoPriorActivity()
                .whenPublishingA(request(kind))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new StartOperation(
                        LIVING_ID,
                        kind,
                        InstanceFixtures.blueprint(),
                        steps,
                        null,
                        request(kind).parameters()));
        Map<String, String> outputs = steps.stream().anyMatch(step -> step.name() == StepName.NETWORK)
                ? Map.of("url", InstanceFixtures.URL)
                : Map.of();

        arrivedAt(kind, steps.size() - 1)
                .whenPublishingA(succeeded(steps.getLast()))
                .expectDispatchedCommands(
                        new CompleteInstanceOperation(INSTANCE_ID, LIVING_ID, outputs),
                        new FinishOperation(
                                LIVING_ID,
                                OperationState.SUCCEEDED,
                                OperationPlans.of(kind).success(request(kind))));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PROVISION", "TERMINATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void noPlanNamesAStepTwice(OperationKind kind) {
        List<StepName> names = plan(kind).stream().map(PlannedStep::name).toList();

        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void aCheckThatFailsTakesNothingBack() {
        arrivedAt(OperationKind.SCALE, 0)
                .whenPublishingA(failed(plan(OperationKind.SCALE).getFirst(), FINAL_ERROR))
                .expectDispatchedCommands(
                        new BeginRollback(LIVING_ID, FINAL_ERROR),
                        new FailInstanceOperation(INSTANCE_ID, LIVING_ID, FINAL_ERROR, true),
                        new FinishOperation(LIVING_ID, OperationState.ROLLED_BACK, takenBack(FINAL_ERROR)));
    }

    @Test
    void aHealingThatFailsSaysThatItIsTriedAgain() {
        PlannedStep compute = plan(OperationKind.HEAL).getFirst();
        arrivedAt(OperationKind.HEAL, 0)
                .whenPublishingA(failed(compute, FINAL_ERROR))
                .expectDispatchedCommands(
                        new BeginRollback(LIVING_ID, FINAL_ERROR),
                        new FailInstanceOperation(INSTANCE_ID, LIVING_ID, FINAL_ERROR, true),
                        new FinishOperation(
                                LIVING_ID,
                                OperationState.ROLLED_BACK,
                                "%s %s does not run; the watch tries again after a pause, and leaves it alone after too many tries."
                                        .formatted(FINAL_ERROR.message(), INSTANCE_ID)));
    }

    @Test
    void limitsThatCannotBeSetAreBroughtBack() {
        arrivedAt(OperationKind.SCALE, 1)
                .whenPublishingA(failed(plan(OperationKind.SCALE).get(1), FINAL_ERROR))
                .expectDispatchedCommands(
                        new BeginRollback(LIVING_ID, FINAL_ERROR), start(StepName.COMPUTE, StepAction.REVERT, 2));
    }

    @Test
    void aNewConfigurationThatDoesNotWorkGivesWayToTheOldOneAndTheWorkloadStartsLast() {
        List<PlannedStep> steps = plan(OperationKind.CONFIGURE);
        int check = steps.indexOf(new PlannedStep(StepName.HEALTH_CHECK, StepAction.APPLY, StepUndo.NOTHING));
        arrivedAt(OperationKind.CONFIGURE, check)
                .andThenAPublished(failed(steps.get(check), FINAL_ERROR))
                .andThenAPublished(compensated(StepName.START, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.CAPABILITIES, StepAction.REVERT, 2))
                .andThenAPublished(compensated(StepName.SUITES, StepAction.REVERT, 2))
                .andThenAPublished(compensated(StepName.CERTIFICATE, StepAction.REVERT, 2))
                .whenPublishingA(compensated(StepName.ENVIRONMENT, StepAction.REVERT, 2))
                .expectDispatchedCommands(start(StepName.STOP, StepAction.REMOVE, 2));
    }

    @Test
    void aNewPlaceThatDoesNotAnswerIsRemovedAndTheOldOneStartsAgainBeforeItsLastPartsGo() {
        List<PlannedStep> steps = plan(OperationKind.MIGRATE);
        int check = steps.indexOf(new PlannedStep(StepName.HEALTH_CHECK, StepAction.APPLY, StepUndo.NOTHING));
        arrivedAt(OperationKind.MIGRATE, check)
                .andThenAPublished(failed(steps.get(check), FINAL_ERROR))
                .andThenAPublished(compensated(StepName.START, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.MONITORING, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.RESIDENCY, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.CAPABILITIES, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.SUITES, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.CERTIFICATE, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.ENVIRONMENT, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.RESTORE, StepAction.REMOVE, 2))
                .andThenAPublished(compensated(StepName.BACKUP, StepAction.REMOVE, 2))
                .whenPublishingA(compensated(StepName.STOP, StepAction.REMOVE, 2))
                .expectDispatchedCommands(start(StepName.DEPLOY, StepAction.REMOVE, 2));
    }

    @Test
    void anOldPlaceThatCannotBeRemovedDoesNotUndoTheMove() {
        List<PlannedStep> steps = plan(OperationKind.MIGRATE);
        arrivedAt(OperationKind.MIGRATE, steps.size() - 1)
                .whenPublishingA(failed(steps.getLast(), FINAL_ERROR))
                .expectDispatchedCommands(
                        new CompleteInstanceOperation(INSTANCE_ID, LIVING_ID, Map.of("url", InstanceFixtures.URL)),
                        new FinishOperation(
                                LIVING_ID,
                                OperationState.SUCCEEDED,
                                "%s What follows failed and is not tried again: %s"
                                        .formatted(
                                                OperationPlans.of(OperationKind.MIGRATE)
                                                        .success(request(OperationKind.MIGRATE)),
                                                FINAL_ERROR.message())));
    }

    @Test
    void whatCannotBeTakenBackFailsTheOperationAndSaysSo() {
        PlannedStep stop = plan(OperationKind.SUSPEND).getFirst();
        String message = "%s Step stop could not be taken back: %s It is not tried again by itself; "
                        .formatted(FINAL_ERROR.message(), FINAL_ERROR.message())
                + "retry the operation or terminate the instance.";
        StepError error = new StepError(FINAL_ERROR.code(), FINAL_ERROR.fault(), false, message);

        arrivedAt(OperationKind.SUSPEND, 0)
                .andThenAPublished(failed(stop, FINAL_ERROR))
                .whenPublishingA(
                        new StepFailed(LIVING_ID, new StepAttempt(StepName.STOP, StepAction.REMOVE, 2), FINAL_ERROR))
                .expectDispatchedCommands(
                        new FailInstanceOperation(INSTANCE_ID, LIVING_ID, error, false),
                        new FinishOperation(LIVING_ID, OperationState.FAILED, message));
    }

    @Test
    void aBackupCountsAsDoneWhenOldOnesCannotBeDeleted() {
        List<PlannedStep> steps = plan(OperationKind.BACKUP);
        arrivedAt(OperationKind.BACKUP, 1)
                .whenPublishingA(failed(steps.get(1), FINAL_ERROR))
                .expectDispatchedCommands(
                        new CompleteInstanceOperation(INSTANCE_ID, LIVING_ID, Map.of()),
                        new FinishOperation(
                                LIVING_ID,
                                OperationState.SUCCEEDED,
                                "%s is backed up. What follows failed and is not tried again: %s"
                                        .formatted(INSTANCE_ID, FINAL_ERROR.message())));
    }

    @Test
    void anOperationThatWasCalledOffIsTakenBackAfterTheRunningStep() {
        List<PlannedStep> steps = plan(OperationKind.RESTORE);
        arrivedAt(OperationKind.RESTORE, 1)
                .andThenAPublished(new OperationCancellationRequested(LIVING_ID))
                .whenPublishingA(succeeded(steps.get(1)))
                .expectDispatchedCommands(
                        new BeginRollback(LIVING_ID, CALLED_OFF), start(StepName.STOP, StepAction.REMOVE, 2));
    }

    @Test
    void theEndOfACancellationIsCancelled() {
        List<PlannedStep> steps = plan(OperationKind.RESTORE);
        arrivedAt(OperationKind.RESTORE, 1)
                .andThenAPublished(new OperationCancellationRequested(LIVING_ID))
                .andThenAPublished(succeeded(steps.get(1)))
                .whenPublishingA(compensated(StepName.STOP, StepAction.REMOVE, 2))
                .expectDispatchedCommands(
                        new FailInstanceOperation(INSTANCE_ID, LIVING_ID, CALLED_OFF, true),
                        new FinishOperation(LIVING_ID, OperationState.CANCELLED, takenBack(CALLED_OFF)));
    }

    @Test
    void whatIsPastItsPointOfNoReturnGoesOnAlthoughItWasCalledOff() {
        List<PlannedStep> steps = plan(OperationKind.BACKUP);
        arrivedAt(OperationKind.BACKUP, 0)
                .andThenAPublished(new OperationCancellationRequested(LIVING_ID))
                .whenPublishingA(succeeded(steps.getFirst()))
                .expectDispatchedCommands(start(StepName.EXPIRE_BACKUPS, StepAction.APPLY, 1));
    }

    @Test
    void aFailedOperationGoesOnWithWhatCouldNotBeTakenBack() {
        fixture()
                .givenNoPriorActivity()
                .whenPublishingA(new InstanceOperationRetried(INSTANCE_ID, LIVING_ID))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new RetryOperation(LIVING_ID));

        fixture()
                .givenAPublished(new InstanceOperationRetried(INSTANCE_ID, LIVING_ID))
                .andThenAPublished(new OperationRetried(
                        LIVING_ID,
                        InstanceFixtures.blueprint(),
                        null,
                        Map.of(),
                        List.of(new PlannedStep(StepName.STOP, StepAction.REMOVE, StepUndo.NO_RETURN)),
                        Map.of(StepName.STOP, 2),
                        FINAL_ERROR))
                .whenPublishingA(compensated(StepName.STOP, StepAction.REMOVE, 3))
                .expectDispatchedCommands(
                        new FailInstanceOperation(INSTANCE_ID, LIVING_ID, FINAL_ERROR, true),
                        new FinishOperation(LIVING_ID, OperationState.ROLLED_BACK, takenBack(FINAL_ERROR)));
    }

    @Test
    void theSagaEndsWithItsOperation() {
        arrivedAt(OperationKind.SUSPEND, 1)
                .whenPublishingA(new OperationFinished(LIVING_ID, OperationState.SUCCEEDED, "Done"))
                .expectActiveSagas(0);
    }

    private static String takenBack(StepError error) {
        return "%s %s is as it was before; it is not tried again.".formatted(error.message(), INSTANCE_ID);
    }
}
