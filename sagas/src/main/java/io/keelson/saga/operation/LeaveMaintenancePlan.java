package io.keelson.saga.operation;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Tells the workload that its maintenance is over. */
record LeaveMaintenancePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.LEAVE_MAINTENANCE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(new PlannedStep(StepName.MAINTENANCE, StepAction.REMOVE, StepUndo.REVERT));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s is no longer in maintenance mode.".formatted(request.instanceId());
    }
}
