package io.keelson.saga.provisioning;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ActivateInstance;
import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationFinished;
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
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a provisioning in their order, and takes them back when one fails for good. Should two nodes start
 * it for the same operation, both decide the same, and the operation ignores what comes second.
 */
@Saga
@ProcessingGroup(ProvisioningSaga.GROUP)
public class ProvisioningSaga {
    /** Name of the processing group; it must pass errors on, so that an event is handled until it is done. */
    public static final String GROUP = "provisioning-saga";

    private static final String OPERATION_ID = "operationId";
    private static final String URL = "url";
    private @Nullable InstanceId instanceId;
    private @Nullable StepSequence steps;

    // Stays empty for an instance that listens nowhere.
    private String url = "";

    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceProvisioningRequested event, CommandGateway gateway) {
        if (steps != null) {
            return;
        }
        instanceId = event.instanceId();
        List<PlannedStep> plan = ProvisioningPlan.of(event.parameters());
        steps = StepSequence.begin(event.operationId(), plan);
        new StepCommands(gateway)
                .send(new StartOperation(
                        event.operationId(),
                        OperationKind.PROVISION,
                        event.blueprint(),
                        plan,
                        null,
                        event.parameters()));
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepSucceeded event, CommandGateway gateway) {
        url = event.outputs().getOrDefault(URL, url);
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
        if (turn.starts(StepName.NOTIFY)) {
            commands.send(new ActivateInstance(instanceId, steps.operationId(), url));
        }
        if (!commands.make(turn)) {
            finish(instanceId, turn.steps(), commands);
        }
    }

    private static void finish(InstanceId instanceId, StepSequence steps, StepCommands commands) {
        StepError cause = steps.cause();
        OperationId operationId = steps.operationId();
        if (cause == null) {
            commands.send(new FinishOperation(operationId, OperationState.SUCCEEDED, successOf(instanceId, steps)));
        } else if (steps.givenUp().isEmpty()) {
            commands.send(new FailProvisioning(instanceId, operationId, cause));
            commands.send(new FinishOperation(
                    operationId,
                    EndState.of(steps),
                    "%s Everything made for %s was removed; it is not tried again."
                            .formatted(cause.message(), instanceId)));
        } else {
            StepError error = Leftovers.addedTo(cause, steps.givenUp());
            commands.send(new FailProvisioning(instanceId, operationId, error));
            commands.send(new FinishOperation(operationId, OperationState.FAILED, error.message()));
        }
    }

    private static String successOf(InstanceId instanceId, StepSequence steps) {
        String active = "%s is active.".formatted(instanceId);
        return steps.givenUp().isEmpty()
                ? active
                : "%s What follows failed and is not tried again: %s"
                        .formatted(active, steps.givenUp().getFirst().error().message());
    }
}
