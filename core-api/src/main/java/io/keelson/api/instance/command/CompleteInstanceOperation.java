package io.keelson.api.instance.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that an operation on a living instance succeeded. Ignored unless {@code operationId} is its active operation.
 *
 * @param outputs what the steps gave, for example {@code url}
 */
public record CompleteInstanceOperation(
        @TargetAggregateIdentifier InstanceId instanceId, OperationId operationId, Map<String, String> outputs)
        implements InstanceCommand {
    public CompleteInstanceOperation {
        outputs = Map.copyOf(outputs);
    }
}
