package io.keelson.saga.suspension;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.event.HoldPlaced;
import io.keelson.api.suspension.event.HoldReleased;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Holds one instance for as long as a suspension lasts: stops it when it runs, waits while it is busy, and starts it again
 * when the suspension is lifted, if this suspension has stopped it. What an instance goes through meanwhile arrives as its
 * events, so nothing is polled. It stays after a failure, for an operation that somebody tries again may still succeed.
 */
@Saga
@ProcessingGroup(HoldSaga.GROUP)
public class HoldSaga {
    /** Name of the processing group; it must pass errors on, so that an event is handled until it is done. */
    public static final String GROUP = "hold-saga";

    private static final String HOLD_ID = "holdId";
    private static final String INSTANCE_ID = "instanceId";

    private @Nullable HoldPlaced hold;
    private HoldOutcome outcome = HoldOutcome.WAITING;
    private boolean released;
    /** The operation that this hold has asked for last; null when that is over. */
    private @Nullable OperationId running;
    /** How many operations were asked for and are over. */
    private int operations;
    /** Who suspended or resumed the owner, and why; the operations are theirs. */
    private Map<String, String> request = Map.of();

    @StartSaga
    @SagaEventHandler(associationProperty = HOLD_ID)
    void react(HoldPlaced event, MetaData metadata, CommandGateway gateway) {
        if (hold == null) {
            hold = event;
            request = HoldCommands.requestOf(metadata);
            SagaLifecycle.associateWith(INSTANCE_ID, event.instanceId().toString());
            stop(new HoldCommands(gateway, event, request));
        }
    }

    @SagaEventHandler(associationProperty = HOLD_ID)
    void react(HoldReleased event, MetaData metadata, CommandGateway gateway) {
        if (hold == null || released) {
            return;
        }
        released = true;
        request = HoldCommands.requestOf(metadata);
        HoldCommands commands = new HoldCommands(gateway, hold, request);
        switch (outcome) {
            case STOPPED -> start(commands);
            case WAITING ->
                end(HoldOutcome.LEFT_ALONE, "It was never stopped, for it was busy all the time.", commands);
            case LEFT_ALONE -> SagaLifecycle.end();
            case STOPPING, NOT_STOPPED, RETURNING, RETURNED, NOT_RETURNED -> {}
        }
    }

    @SagaEventHandler(associationProperty = INSTANCE_ID)
    void react(InstanceEvent event, CommandGateway gateway) {
        if (hold == null) {
            return;
        }
        HoldCommands commands = new HoldCommands(gateway, hold, request);
        switch (event) {
            case InstanceSuspended suspended when commands.isCause(suspended.cause()) -> stopped(commands);
            case InstanceResumed resumed
            when commands.isCause(resumed.cause()) -> end(HoldOutcome.RETURNED, "It runs again.", commands);
            case InstanceTerminated _ ->
                end(released ? HoldOutcome.NOT_RETURNED : HoldOutcome.LEFT_ALONE, "It was terminated.", commands);
            case InstanceOperationFailed failed
            when failed.operationId().equals(running) -> failed(failed.error(), commands);
            default -> lookAgain(commands);
        }
    }

    private void stop(HoldCommands commands) {
        OperationId operationId = commands.operation(operations);
        Optional<Rejection> refusal = commands.suspend(operationId);
        if (refusal.isEmpty()) {
            running = operationId;
            note(HoldOutcome.STOPPING, "%s stops it.".formatted(operationId), commands);
        } else if (refusal.get().code() == ErrorCode.OPERATION_IN_PROGRESS) {
            note(HoldOutcome.WAITING, refusal.get().message(), commands);
        } else {
            note(HoldOutcome.LEFT_ALONE, refusal.get().message(), commands);
        }
    }

    private void stopped(HoldCommands commands) {
        over();
        note(HoldOutcome.STOPPED, "The suspension has stopped it.", commands);
        if (released) {
            start(commands);
        }
    }

    private void start(HoldCommands commands) {
        OperationId operationId = commands.operation(operations);
        Optional<Rejection> refusal = commands.resume(operationId);
        if (refusal.isEmpty()) {
            running = operationId;
            note(HoldOutcome.RETURNING, "%s starts it.".formatted(operationId), commands);
        } else if (refusal.get().code() == ErrorCode.OPERATION_IN_PROGRESS) {
            note(HoldOutcome.RETURNING, refusal.get().message(), commands);
        } else {
            note(HoldOutcome.NOT_RETURNED, refusal.get().message(), commands);
        }
    }

    private void failed(StepError error, HoldCommands commands) {
        over();
        note(
                outcome == HoldOutcome.RETURNING ? HoldOutcome.NOT_RETURNED : HoldOutcome.NOT_STOPPED,
                "%s It is not tried again by itself.".formatted(error.message()),
                commands);
    }

    private void lookAgain(HoldCommands commands) {
        if (running != null) {
            return;
        }
        if (outcome == HoldOutcome.RETURNING) {
            start(commands);
        } else if (outcome == HoldOutcome.WAITING || outcome == HoldOutcome.LEFT_ALONE) {
            stop(commands);
        }
    }

    private void over() {
        running = null;
        operations++;
    }

    private void end(HoldOutcome last, String message, HoldCommands commands) {
        note(last, message, commands);
        SagaLifecycle.end();
    }

    private void note(HoldOutcome now, String message, HoldCommands commands) {
        outcome = now;
        commands.record(now, message);
    }
}
