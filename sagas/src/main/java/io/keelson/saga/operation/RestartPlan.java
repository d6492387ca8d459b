package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Stops the workload and starts it again. */
record RestartPlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.RESTART;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(
                step(StepName.STOP, StepUndo.NOTHING),
                step(StepName.COMPUTE, StepUndo.NOTHING),
                step(StepName.NETWORK, StepUndo.NOTHING),
                step(StepName.START, StepUndo.NOTHING),
                check(StepName.HEALTH_CHECK),
                step(StepName.ACTIVATE, StepUndo.NOTHING));
    }

    @Override
    public String failure() {
        return "may not run; the watch starts it again if it does not.";
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s was restarted.".formatted(request.instanceId());
    }
}
