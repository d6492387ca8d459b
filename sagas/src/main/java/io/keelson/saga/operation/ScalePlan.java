package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Sets new limits while the workload runs; a failure brings the old ones back. */
record ScalePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.SCALE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(check(StepName.CAPACITY), step(StepName.COMPUTE, StepUndo.REVERT));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s has its new limits.".formatted(request.instanceId());
    }
}
