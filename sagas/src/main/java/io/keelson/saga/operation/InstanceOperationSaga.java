package io.keelson.saga.operation;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.FailInstanceOperation;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceOperationRetried;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.RetryOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.saga.step.EndState;
import io.keelson.saga.step.Leftovers;
import io.keelson.saga.step.RetryPolicy;
import io.keelson.saga.step.StepCommands;
import io.keelson.saga.step.StepSequence;
import io.keelson.saga.step.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Carries out any operation on a living instance: its plan says which steps there are and what a failure takes back, the
 * instance says what its end means. Should two nodes start it for the same operation, both decide the same, and the
 * operation ignores what comes second.
 */
@Saga
@ProcessingGroup(InstanceOperationSaga.GROUP)
public class InstanceOperationSaga {
    /** Name of the processing group; it must pass errors on, so that an event is handled until it is done. */
    public static final String GROUP = "instance-operation-saga";

    private static final String OPERATION_ID = "operationId";

    private @Nullable InstanceId instanceId;
    private @Nullable StepSequence steps;
    private String success = "";
    private String failure = OperationPlan.AS_BEFORE;
    private Map<String, String> outputs = Map.of();

    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceOperationRequested event, CommandGateway gateway) {
        if (steps != null) {
            return;
        }
        OperationPlan plan = OperationPlans.of(event.kind());
        List<PlannedStep> planned = plan.steps(event);
        instanceId = event.instanceId();
        success = plan.success(event);
        failure = plan.failure();
        steps = StepSequence.begin(event.operationId(), planned);
        new StepCommands(gateway)
                .send(new StartOperation(
                        event.operationId(),
                        event.kind(),
                        event.blueprint(),
                        planned,
                        event.target(),
                        event.parameters()));
    }

    /** A second life of an operation that has failed; the saga of its first one is over. */
    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceOperationRetried event, CommandGateway gateway) {
        instanceId = event.instanceId();
        new StepCommands(gateway).send(new RetryOperation(event.operationId()));
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(OperationRetried event) {
        if (steps == null) {
            steps = StepSequence.resume(event.operationId(), event.remaining(), event.tries(), event.cause());
        }
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepSucceeded event, CommandGateway gateway) {
        if (steps != null && steps.awaits(event.attempt())) {
            Map<String, String> known = new HashMap<>(outputs);
            known.putAll(event.outputs());
            outputs = known;
        }
        proceed(event.attempt(), StepSequence::succeeded, gateway);
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepSkipped event, CommandGateway gateway) {
        proceed(event.attempt(), StepSequence::skipped, gateway);
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepFailed event, CommandGateway gateway, RetryPolicy retries) {
        proceed(event.attempt(), before -> before.failed(event.error(), retries), gateway);
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepCompensated event, CommandGateway gateway) {
        proceed(event.attempt(), StepSequence::succeeded, gateway);
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(OperationCancellationRequested event) {
        if (steps != null) {
            steps = steps.cancel();
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(OperationFinished event) {}

    private void proceed(StepAttempt attempt, Function<StepSequence, Turn> outcome, CommandGateway gateway) {
        if (steps == null || instanceId == null || !steps.awaits(attempt)) {
            return;
        }
        Turn turn = outcome.apply(steps);
        steps = turn.steps();
        StepCommands commands = new StepCommands(gateway);
        if (!commands.make(turn)) {
            finish(instanceId, turn.steps(), commands);
        }
    }

    private void finish(InstanceId instance, StepSequence ended, StepCommands commands) {
        StepError cause = ended.cause();
        OperationId operationId = ended.operationId();
        if (cause == null) {
            commands.send(new CompleteInstanceOperation(instance, operationId, outputs));
            commands.send(new FinishOperation(operationId, OperationState.SUCCEEDED, successOf(ended)));
        } else if (ended.givenUp().isEmpty()) {
            commands.send(new FailInstanceOperation(instance, operationId, cause, true));
            commands.send(new FinishOperation(
                    operationId, EndState.of(ended), "%s %s %s".formatted(cause.message(), instance, failure)));
        } else {
            StepError error = Leftovers.notTakenBack(cause, ended.givenUp());
            commands.send(new FailInstanceOperation(instance, operationId, error, false));
            commands.send(new FinishOperation(operationId, OperationState.FAILED, error.message()));
        }
    }

    private String successOf(StepSequence ended) {
        return ended.givenUp().isEmpty()
                ? success
                : "%s What follows failed and is not tried again: %s"
                        .formatted(success, ended.givenUp().getFirst().error().message());
    }
}
