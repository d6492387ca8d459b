package io.keelson.api.operation.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An operation runs from now on; {@link StepStarted} of its first step follows.
 *
 * @param blueprint what is there before the operation, or what a provisioning builds
 * @param target what is to be there afterwards; null when the operation does not change it
 * @param parameters what the steps need to know besides, for example the id of a backup; never a secret
 */
@LogicalName("operation.started")
@Revision("1")
public record OperationStarted(
        OperationId operationId,
        OperationKind kind,
        InstanceBlueprint blueprint,
        List<PlannedStep> plan,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InstanceBlueprint target,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> parameters)
        implements OperationEvent {
    public OperationStarted {
        // Events that were stored before operations had parameters have none.
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    }

    /** An operation without a target of its own and without parameters. */
    public OperationStarted(
            OperationId operationId, OperationKind kind, InstanceBlueprint blueprint, List<PlannedStep> plan) {
        this(operationId, kind, blueprint, plan, null, Map.of());
    }
}
