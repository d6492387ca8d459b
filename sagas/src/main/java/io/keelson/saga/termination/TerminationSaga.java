package io.keelson.saga.termination;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.saga.step.Leftovers;
import io.keelson.saga.step.RetryPolicy;
import io.keelson.saga.step.StepCommands;
import io.keelson.saga.step.StepSequence;
import io.keelson.saga.step.Turn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Removes what the steps of a provisioning stand for, latest first. A last backup comes first where one is wanted,
 * and when it fails nothing is removed. A removal that fails for good does not stop the others. Should two nodes start it for the same operation, both decide the same, and the operation ignores what comes
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
    private static final List<PlannedStep> REMOVALS = StepName.ofProvisioning().stream()
            .filter(step -> !LEAVING_NOTHING.contains(step))
            .map(step -> new PlannedStep(step, StepAction.REMOVE))
            .toList()
            .reversed();

    private @Nullable InstanceId instanceId;
    private @Nullable StepSequence steps;
    private Map<String, String> outputs = Map.of();

    @StartSaga
    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(InstanceTerminationRequested event, CommandGateway gateway) {
        if (steps != null) {
            return;
        }
        instanceId = event.instanceId();
        List<PlannedStep> plan = plan(event);
        steps = StepSequence.begin(event.operationId(), plan);
        new StepCommands(gateway)
                .send(new StartOperation(
                        event.operationId(),
                        OperationKind.TERMINATE,
                        event.blueprint(),
                        plan,
                        null,
                        parameters(event)));
    }

    private static List<PlannedStep> plan(InstanceTerminationRequested event) {
        List<PlannedStep> plan = new ArrayList<>();
        if (event.lastBackup() != null) {
            plan.add(new PlannedStep(StepName.BACKUP, StepAction.APPLY, StepUndo.REMOVE));
        }
        if (event.alsoIn() != null) {
            plan.add(new PlannedStep(StepName.OTHER_PLACE, StepAction.REMOVE));
        }
        plan.addAll(REMOVALS);
        return List.copyOf(plan);
    }

    private static Map<String, String> parameters(InstanceTerminationRequested event) {
        Map<String, String> parameters = new HashMap<>();
        if (event.lastBackup() != null) {
            parameters.put(
                    OperationParameter.BACKUP_ID, event.lastBackup().value().toString());
        }
        if (event.alsoIn() != null) {
            parameters.put(OperationParameter.OTHER_REGION, event.alsoIn().value());
        }
        return Map.copyOf(parameters);
    }

    @SagaEventHandler(associationProperty = OPERATION_ID)
    void react(StepSucceeded event, CommandGateway gateway) {
        if (event.attempt().step() == StepName.BACKUP) {
            outputs = event.outputs();
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
        OperationId operationId = ended.operationId();
        StepError cause = ended.cause();
        if (cause != null) {
            commands.send(new FailTermination(instance, operationId, cause, true));
            commands.send(new FinishOperation(
                    operationId,
                    OperationState.ROLLED_BACK,
                    "%s Nothing of %s was removed; ask again, without a last backup if need be."
                            .formatted(cause.message(), instance)));
        } else if (ended.givenUp().isEmpty()) {
            commands.send(new CompleteTermination(instance, operationId, outputs));
            commands.send(new FinishOperation(
                    operationId, OperationState.SUCCEEDED, "Nothing of %s is left.".formatted(instance)));
        } else {
            StepError error = Leftovers.error(ended.givenUp());
            commands.send(new FailTermination(instance, operationId, error));
            commands.send(new FinishOperation(operationId, OperationState.FAILED, error.message()));
        }
    }
}
