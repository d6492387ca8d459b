package io.keelson.api.operation.command;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Starts an operation and its first step. */
public record StartOperation(
        @TargetAggregateIdentifier OperationId operationId,
        OperationKind kind,
        InstanceBlueprint blueprint,
        List<PlannedStep> plan)
        implements OperationCommand {
    public StartOperation {
        plan = List.copyOf(plan);
    }
}
