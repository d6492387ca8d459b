package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Starts the workload again. Limits and port come first: a restart of the machine may have taken them. */
record ResumePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.RESUME;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(
                step(StepName.COMPUTE, StepUndo.NOTHING),
                step(StepName.NETWORK, StepUndo.NOTHING),
                step(StepName.START, StepUndo.REMOVE),
                check(StepName.HEALTH_CHECK),
                check(StepName.SMOKE_TEST),
                step(StepName.ACTIVATE, StepUndo.REMOVE));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s serves again.".formatted(request.instanceId());
    }
}
