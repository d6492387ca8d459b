package io.keelson.saga.suspension;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.command.RecordHoldOutcome;
import io.keelson.api.suspension.event.HoldPlaced;
import io.keelson.saga.step.SeparateCommand;
import io.keelson.saga.step.StepCommands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

/**
 * The commands of one hold.
 *
 * @param request who suspended or resumed the owner, and why
 */
record HoldCommands(CommandGateway gateway, HoldPlaced hold, Map<String, String> request) {
    private static final List<String> CONTEXT = List.of(
            RequestContext.ACTOR_ID,
            RequestContext.ACTOR_TYPE,
            RequestContext.REQUEST_ID,
            RequestContext.IP_ADDRESS,
            RequestContext.USER_AGENT,
            RequestContext.SESSION_ID,
            RequestContext.REASON);

    /** What the metadata of an event say of the request behind it. */
    static Map<String, String> requestOf(MetaData metadata) {
        Map<String, String> request = new HashMap<>();
        for (String key : CONTEXT) {
            if (metadata.get(key) instanceof String value) {
                request.put(key, value);
            }
        }
        return Map.copyOf(request);
    }

    OperationId operation(int number) {
        return hold.holdId().operation(number);
    }

    boolean isCause(SuspensionCause cause) {
        return SuspensionCause.of(hold.suspensionId()).equals(cause);
    }

    /** Asks to stop the instance; answers why not, when the instance refuses. */
    Optional<Rejection> suspend(OperationId operationId) {
        return ask(new SuspendInstance(hold.instanceId(), operationId, SuspensionCause.of(hold.suspensionId())));
    }

    /** Asks to start the instance again; answers why not, when the instance refuses. */
    Optional<Rejection> resume(OperationId operationId) {
        return ask(new ResumeInstance(hold.instanceId(), operationId, SuspensionCause.of(hold.suspensionId())));
    }

    void record(HoldOutcome outcome, String message) {
        new StepCommands(gateway).send(new RecordHoldOutcome(hold.holdId(), outcome, message));
    }

    private Optional<Rejection> ask(Object command) {
        return new SeparateCommand(gateway).send(command, request).map(rejection -> {
            if (rejection.code() == ErrorCode.OPERATION_IN_PROGRESS || rejection.code() == ErrorCode.WRONG_STATE) {
                return rejection;
            }
            // Nothing that the instance says of itself, so the event must be delivered again.
            throw new RejectedException(rejection);
        });
    }
}
