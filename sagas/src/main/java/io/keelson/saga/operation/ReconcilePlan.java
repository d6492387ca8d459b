package io.keelson.saga.operation;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Repeats the steps that the request names, in the order of a provisioning, after a stop where one is asked for. Each acts
 * only on what is missing, so a failure takes nothing back.
 */
record ReconcilePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.RECONCILE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        Set<StepName> wanted = Arrays.stream(request.parameters()
                        .getOrDefault(OperationParameter.STEPS, "")
                        .split(","))
                .filter(name -> !name.isEmpty())
                .map(StepName::valueOf)
                .collect(Collectors.toSet());
        return Stream.concat(Stream.of(StepName.STOP), StepName.ofProvisioning().stream())
                .filter(wanted::contains)
                .map(name -> OperationPlan.step(name, StepUndo.NOTHING))
                .toList();
    }

    @Override
    public String failure() {
        return "keeps what was repaired; the next comparison finds what still differs.";
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s is as it should be.".formatted(request.instanceId());
    }
}
