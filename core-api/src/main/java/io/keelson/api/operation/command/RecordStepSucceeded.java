package io.keelson.api.operation.command;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAttempt;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reports that a try did what it should. Ignored unless it is the running try of the operation.
 *
 * @param outputs what later steps or the instance need, for example {@code url}; never a secret
 */
public record RecordStepSucceeded(
        @TargetAggregateIdentifier OperationId operationId,
        StepAttempt attempt,
        String message,
        Map<String, String> outputs)
        implements OperationCommand {
    public RecordStepSucceeded {
        outputs = Map.copyOf(outputs);
    }
}
