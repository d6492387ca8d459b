package io.keelson.saga.termination;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.saga.step.Leftovers;
import io.keelson.saga.step.RetryPolicy;
import io.keelson.saga.step.StepCommands;
import io.keelson.saga.step.StepSequence;
import io.keelson.saga.step.Turn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Removes what the steps of a provisioning stand for, latest first. A removal that fails for good does not stop the
 * others. Should two nodes start it for the same operation, both decide the same, and the operation ignores what comes
 * second.
 */
@Saga
@ProcessingGroup(TerminationSaga.GROUP)
public class TerminationSaga {
    /** Name of the processing group; it must pass errors on, so that an event is handled until it is done. */
    public static final String GROUP = "termination-saga";

    private static final String OPERATION_ID = "operationId";
    private static final Set<StepName> LEAVING_NOTHING =
            EnumSet.of(StepName.HEALTH_CHECK, StepName.SMOKE_TEST, StepName.NOTIFY);
    private static final List<PlannedStep> PLAN = StepName.ofProvisioning().stream()
            .filter(step -> !LEAVING_NOTHING.contains(step))
            .map(step -> new PlannedStep(step, StepAction.REMOVE))
            .toList()
            .reversed();

    private @Nullable InstanceId instanceId;
    private @Nullable StepSequence steps;

    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceTerminationRequested event, CommandGateway gateway) {
        if (steps != null) {
            return;
        }
        instanceId = event.instanceId();
        steps = StepSequence.begin(event.operationId(), PLAN);
        new StepCommands(gateway)
                .send(new StartOperation(event.operationId(), OperationKind.TERMINATE, event.blueprint(), PLAN));
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepSucceeded event, CommandGateway gateway) {
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

    private static void finish(InstanceId instanceId, StepSequence steps, StepCommands commands) {
        OperationId operationId = steps.operationId();
        if (steps.givenUp().isEmpty()) {
            commands.send(new CompleteTermination(instanceId, operationId));
            commands.send(new FinishOperation(
                    operationId, OperationState.SUCCEEDED, "Nothing of %s is left.".formatted(instanceId)));
        } else {
            StepError error = Leftovers.error(steps.givenUp());
            commands.send(new FailTermination(instanceId, operationId, error));
            commands.send(new FinishOperation(operationId, OperationState.FAILED, error.message()));
        }
    }
}
