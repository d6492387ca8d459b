package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Stops the workload; everything else stays where it is. */
record SuspendPlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.SUSPEND;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(step(StepName.STOP, StepUndo.REMOVE));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s is suspended; its data and its place are kept.".formatted(request.instanceId());
    }
}
