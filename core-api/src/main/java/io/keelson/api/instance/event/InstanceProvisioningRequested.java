package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import java.util.Map;
import org.axonframework.serialization.Revision;

/**
 * A new instance was accepted; its name is taken and its provisioning operation follows.
 *
 * @param parameters names the backup that the instance begins with, if any
 */
@LogicalName("instance.provisioning-requested")
@Revision("1")
public record InstanceProvisioningRequested(
        InstanceId instanceId,
        OperationId operationId,
        UpdatePolicy updatePolicy,
        InstanceBlueprint blueprint,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> parameters)
        implements InstanceEvent {
    public InstanceProvisioningRequested {
        // Events that were stored before there were parameters have none.
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    }

    /** An instance that begins without data. */
    public InstanceProvisioningRequested(
            InstanceId instanceId, OperationId operationId, UpdatePolicy updatePolicy, InstanceBlueprint blueprint) {
        this(instanceId, operationId, updatePolicy, blueprint, Map.of());
    }
}
