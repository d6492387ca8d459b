package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a living instance was accepted and follows; until its end the instance takes no other.
 *
 * @param blueprint the instance as it is
 * @param target the instance as it is to be, or null when the operation does not change it
 * @param parameters what belongs to the kind, under the keys of {@link io.keelson.api.operation.OperationParameter}
 */
@LogicalName("instance.operation-requested")
@Revision("1")
public record InstanceOperationRequested(
        InstanceId instanceId,
        OperationId operationId,
        OperationKind kind,
        InstanceBlueprint blueprint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InstanceBlueprint target,
        Map<String, String> parameters)
        implements InstanceEvent {
    public InstanceOperationRequested {
        parameters = Map.copyOf(parameters);
    }

    /** The instance as it is to be. */
    public InstanceBlueprint targetOrSame() {
        return target == null ? blueprint : target;
    }
}
