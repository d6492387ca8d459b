package io.keelson.command.instance;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance that is suspended and resumed. */
final class Suspension {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);
    private static final Set<InstanceStatus> SUSPENDED = EnumSet.of(InstanceStatus.SUSPENDED);

    private final InstanceState state;
    private final OperationRequests requests;

    Suspension(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    @CommandHandler
    OperationId decide(
            SuspendInstance command, Claims claims, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            requests.begin(command.operationId(), OperationKind.SUSPEND, null, parameters(command.cause()));
        }
        return command.operationId();
    }

    @CommandHandler
    OperationId decide(ResumeInstance command, Claims claims, Directory directory) {
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(SUSPENDED);
            requireSameCause(command.cause());
            if (command.cause().equals(SuspensionCause.PERSON)) {
                new Owners(directory).requireActive(state.blueprint());
            }
            requests.begin(command.operationId(), OperationKind.RESUME, null, parameters(command.cause()));
        }
        return command.operationId();
    }

    private void requireSameCause(SuspensionCause wanted) {
        SuspensionCause cause = state.condition().suspension();
        if (!wanted.equals(cause)) {
            throw state.wrongState("%s is suspended because of %s; only that can resume it, not %s."
                    .formatted(state.instanceId(), cause == null ? "nothing" : cause.describe(), wanted.describe()));
        }
    }

    private static Map<String, String> parameters(SuspensionCause cause) {
        return cause.suspensionId() == null ? Map.of() : Map.of(OperationParameter.SUSPENSION_ID, cause.suspensionId());
    }
}
