package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Starts a workload that has died. A failure takes nothing back: the next try begins where this one has ended. */
record HealPlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.HEAL;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(
                step(StepName.COMPUTE, StepUndo.NOTHING),
                step(StepName.NETWORK, StepUndo.NOTHING),
                step(StepName.START, StepUndo.NOTHING),
                check(StepName.HEALTH_CHECK),
                step(StepName.ACTIVATE, StepUndo.NOTHING));
    }

    @Override
    public String failure() {
        return "does not run; the watch tries again after a pause, and leaves it alone after too many tries.";
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s had died and runs again, started by try %s."
                .formatted(request.instanceId(), request.parameters().getOrDefault(OperationParameter.ATTEMPT, "1"));
    }
}
