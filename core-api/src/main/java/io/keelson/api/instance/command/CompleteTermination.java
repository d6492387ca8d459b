package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that everything was removed. Ignored unless {@code operationId} is the active operation.
 *
 * @param outputs what the steps gave, for example the facts of the last backup
 */
public record CompleteTermination(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, Map<String, String> outputs)
        implements InstanceCommand {
    public CompleteTermination {
        outputs = Map.copyOf(outputs);
    }

    /** A termination whose steps gave nothing. */
    public CompleteTermination(InstanceId instanceId, OperationId operationId) {
        this(instanceId, operationId, Map.of());
    }
}
