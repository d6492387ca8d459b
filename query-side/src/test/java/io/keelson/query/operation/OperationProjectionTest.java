package io.keelson.query.operation;

import static io.keelson.fixture.OperationFixtures.attempt;
import static io.keelson.fixture.OperationFixtures.removal;
import static io.keelson.fixture.OperationFixtures.stepStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepState;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.api.operation.query.FindOperations;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationFilter;
import io.keelson.api.operation.query.OperationPage;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.operation.query.StepView;
import io.keelson.api.query.Page;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationProjectionTest {
    private static final OperationId ID = InstanceFixtures.OPERATION_ID;

    private final ReadModel model = ReadModel.empty();

    @Test
    void aStartedOperationShowsItsPlan() {
        model.tell(OperationFixtures.started());

        OperationView operation = operation();
        assertThat(operation.instanceId()).isEqualTo(InstanceFixtures.INSTANCE_ID);
        assertThat(operation.kind()).isEqualTo(OperationKind.PROVISION);
        assertThat(operation.state()).isEqualTo(OperationState.RUNNING);
        assertThat(operation.progress()).isZero();
        assertThat(operation.message()).isEqualTo("Provisioning shop-1 in 3 steps.");
        assertThat(operation.startedAt()).isEqualTo(Events.AT);
        assertThat(operation.finishedAt()).isNull();
        assertThat(operation.steps())
                .extracting(StepView::name)
                .containsExactly(StepName.VALIDATE, StepName.COMPUTE, StepName.DATABASE);
        assertThat(operation.steps()).allSatisfy(step -> {
            assertThat(step.state()).isEqualTo(StepState.PENDING);
            assertThat(step.attempt()).isZero();
        });
    }

    @Test
    void stepsGoByOneAfterTheOther() {
        StepAttempt validate = attempt(StepName.VALIDATE, 1);
        StepAttempt compute = attempt(StepName.COMPUTE, 1);
        model.tell(OperationFixtures.started(), stepStarted(validate));
        assertThat(step(0))
                .isEqualTo(new StepView(
                        StepName.VALIDATE,
                        StepAction.APPLY,
                        StepState.RUNNING,
                        1,
                        Events.AT.plusSeconds(1),
                        null,
                        null,
                        null));
        assertThat(operation().message()).isEqualTo("Step 1 of 3: validate.");

        model.tell(succeeded(validate), stepStarted(compute));
        assertThat(step(0).state()).isEqualTo(StepState.SUCCEEDED);
        assertThat(step(0).message()).isEqualTo("Done.");
        assertThat(step(0).finishedAt()).isEqualTo(Events.AT.plusSeconds(2));
        assertThat(operation().progress()).isEqualTo(33);

        model.tell(new StepSkipped(ID, compute, "Nothing to limit here."));
        assertThat(step(1).state()).isEqualTo(StepState.SKIPPED);
        assertThat(step(1).message()).isEqualTo("Nothing to limit here.");
        assertThat(operation().progress()).isEqualTo(66);
    }

    @Test
    void aSucceededOperationIsComplete() {
        model.tell(
                OperationFixtures.started(), new OperationFinished(ID, OperationState.SUCCEEDED, "shop-1 is active."));

        assertThat(operation().state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(operation().progress()).isEqualTo(100);
        assertThat(operation().message()).isEqualTo("shop-1 is active.");
        assertThat(operation().finishedAt()).isEqualTo(Events.AT.plusSeconds(1));
    }

    @Test
    void aRetryableFailureIsRetriedWithItsErrorStillReadable() {
        StepAttempt first = attempt(StepName.VALIDATE, 1);
        model.tell(
                OperationFixtures.started(),
                stepStarted(first),
                new StepFailed(ID, first, InstanceFixtures.RETRYABLE_ERROR));
        assertThat(step(0).state()).isEqualTo(StepState.RETRYING);
        assertThat(step(0).error()).isEqualTo(InstanceFixtures.RETRYABLE_ERROR);
        assertThat(operation().message()).contains("can be tried again");

        model.tell(new StepStarted(ID, attempt(StepName.VALIDATE, 2), Duration.ofSeconds(4)));
        assertThat(step(0).state()).isEqualTo(StepState.RUNNING);
        assertThat(step(0).attempt()).isEqualTo(2);
        assertThat(step(0).startedAt()).isEqualTo(Events.AT.plusSeconds(3 + 4));
        assertThat(step(0).finishedAt()).isNull();
        assertThat(step(0).error()).isEqualTo(InstanceFixtures.RETRYABLE_ERROR);
        assertThat(operation().message()).isEqualTo("Step 1 of 3: validate, attempt 2, begins in 4 s.");

        model.tell(succeeded(attempt(StepName.VALIDATE, 2)));
        assertThat(step(0).error()).isNull();
    }

    @Test
    void aRollbackTakesBackWhatWasBegunAndKeepsTheCause() {
        StepAttempt validate = attempt(StepName.VALIDATE, 1);
        StepAttempt compute = attempt(StepName.COMPUTE, 1);
        model.tell(
                OperationFixtures.started(),
                stepStarted(validate),
                succeeded(validate),
                stepStarted(compute),
                new StepFailed(ID, compute, InstanceFixtures.FINAL_ERROR),
                new RollbackStarted(ID, InstanceFixtures.FINAL_ERROR));
        assertThat(operation().state()).isEqualTo(OperationState.ROLLING_BACK);
        assertThat(operation().progress()).isZero();
        assertThat(operation().message()).contains("WORKLOAD_EXITED");
        assertThat(step(1).state()).isEqualTo(StepState.FAILED);

        model.tell(stepStarted(removal(StepName.COMPUTE, 2)));
        assertThat(step(1).state()).isEqualTo(StepState.COMPENSATING);
        assertThat(step(1).action()).isEqualTo(StepAction.REMOVE);
        assertThat(operation().message()).isEqualTo("Taking back step compute, attempt 2.");

        model.tell(new StepCompensated(ID, removal(StepName.COMPUTE, 2), "Gone."));
        assertThat(step(1).state()).isEqualTo(StepState.COMPENSATED);
        assertThat(step(1).error()).isEqualTo(InstanceFixtures.FINAL_ERROR);
        assertThat(operation().progress()).isEqualTo(50);

        model.tell(
                stepStarted(removal(StepName.VALIDATE, 2)),
                new StepSkipped(ID, removal(StepName.VALIDATE, 2), "Nothing was made."));
        assertThat(step(0).state()).isEqualTo(StepState.COMPENSATED);
        assertThat(operation().progress()).isEqualTo(100);
        assertThat(step(2).state()).isEqualTo(StepState.PENDING);

        model.tell(new OperationFinished(ID, OperationState.ROLLED_BACK, "Nothing is left."));
        assertThat(operation().state()).isEqualTo(OperationState.ROLLED_BACK);
        assertThat(operation().progress()).isEqualTo(100);
    }

    @Test
    void aStepWhoseTriesAreUsedUpHasFailedWhenTheRollbackStarts() {
        StepAttempt validate = attempt(StepName.VALIDATE, 1);
        model.tell(
                OperationFixtures.started(),
                stepStarted(validate),
                new StepFailed(ID, validate, InstanceFixtures.RETRYABLE_ERROR),
                new RollbackStarted(ID, InstanceFixtures.RETRYABLE_ERROR));

        assertThat(step(0).state()).isEqualTo(StepState.FAILED);
    }

    @Test
    void anOperationThatFailsKeepsItsProgressAndLeavesNoStepUnderWay() {
        StepAttempt validate = attempt(StepName.VALIDATE, 1);
        StepAttempt compute = attempt(StepName.COMPUTE, 1);
        model.tell(
                OperationFixtures.started(),
                stepStarted(validate),
                succeeded(validate),
                stepStarted(compute),
                new OperationFinished(ID, OperationState.FAILED, "It could not be removed."));

        assertThat(operation().progress()).isEqualTo(33);
        assertThat(step(1).state()).isEqualTo(StepState.FAILED);
        assertThat(step(1).finishedAt()).isEqualTo(Events.AT.plusSeconds(4));
    }

    @Test
    void aStepOutsideThePlanIsAnErrorAndChangesNothing() {
        model.tell(OperationFixtures.started());
        OperationView before = operation();

        assertThatThrownBy(() -> model.tell(stepStarted(attempt(StepName.NOTIFY, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOTIFY");
        assertThat(operation()).isEqualTo(before);
    }

    @Test
    void operationsAreFoundByInstanceKindAndState() {
        model.tell(OperationFixtures.started());

        assertThat(found(null, null, null)).isEqualTo(1);
        assertThat(found(InstanceFixtures.INSTANCE_ID, OperationKind.PROVISION, OperationState.RUNNING))
                .isEqualTo(1);
        assertThat(found(InstanceId.random(), null, null)).isZero();
        assertThat(found(null, OperationKind.TERMINATE, null)).isZero();
        assertThat(found(null, null, OperationState.FAILED)).isZero();
    }

    private long found(InstanceId instance, OperationKind kind, OperationState state) {
        OperationFilter filter = new OperationFilter(instance, kind, state);
        return model.ask(new FindOperations(filter, new Page(10, null)), OperationPage.class)
                .info()
                .totalCount();
    }

    private static StepSucceeded succeeded(StepAttempt attempt) {
        return new StepSucceeded(ID, attempt, "Done.", Map.of());
    }

    private StepView step(int index) {
        return operation().steps().get(index);
    }

    private OperationView operation() {
        return model.askList(new GetOperations(List.of(ID)), OperationView.class)
                .getFirst();
    }
}
