package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a living instance takes an operation: each id once, one at a time, and only in the states that suit it. */
final class OperationRequests {
    private final InstanceState state;

    OperationRequests(InstanceState state) {
        this.state = state;
    }

    /** Whether this request was not made before. */
    boolean isNew(OperationId operationId, Claims claims) {
        return claims.claim(
                new ClaimKey(ClaimKind.REQUESTED_OPERATION, operationId.toString()),
                state.instanceId().toString());
    }

    /** Refuses with OPERATION_IN_PROGRESS or WRONG_STATE. */
    void require(Set<InstanceStatus> allowed) {
        state.requireIdle();
        state.requireStatus(allowed);
    }

    /** Accepts the operation; {@link #require} must have been asked. */
    void begin(
            OperationId operationId,
            OperationKind kind,
            @Nullable InstanceBlueprint target,
            Map<String, String> parameters) {
        apply(new InstanceOperationRequested(
                state.instanceId(), operationId, kind, state.blueprint(), target, parameters));
    }
}
