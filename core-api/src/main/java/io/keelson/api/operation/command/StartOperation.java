package io.keelson.api.operation.command;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Starts an operation and its first step.
 *
 * @param blueprint what is there before the operation, or what a provisioning builds
 * @param target what is to be there afterwards; null when the operation does not change it
 * @param parameters what the steps need to know besides; never a secret
 */
public record StartOperation(
        @TargetAggregateIdentifier OperationId operationId,
        OperationKind kind,
        InstanceBlueprint blueprint,
        List<PlannedStep> plan,
        @Nullable InstanceBlueprint target,
        Map<String, String> parameters)
        implements OperationCommand {
    public StartOperation {
        plan = List.copyOf(plan);
        parameters = Map.copyOf(parameters);
    }

    /** An operation without a target of its own and without parameters. */
    public StartOperation(
            OperationId operationId, OperationKind kind, InstanceBlueprint blueprint, List<PlannedStep> plan) {
        this(operationId, kind, blueprint, plan, null, Map.of());
    }
}
