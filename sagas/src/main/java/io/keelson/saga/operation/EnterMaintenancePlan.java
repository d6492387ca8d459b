package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Tells the workload that it is in maintenance. */
record EnterMaintenancePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.ENTER_MAINTENANCE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(step(StepName.MAINTENANCE, StepUndo.REMOVE));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s is in maintenance mode.".formatted(request.instanceId());
    }
}
