package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Writes the new configuration and restarts the workload with it; a failure brings the old one back. */
record ConfigurePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.CONFIGURE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(
                step(StepName.STOP, StepUndo.REMOVE),
                step(StepName.NETWORK, StepUndo.NOTHING),
                step(StepName.ENVIRONMENT, StepUndo.REVERT),
                step(StepName.CERTIFICATE, StepUndo.REVERT),
                step(StepName.SUITES, StepUndo.REVERT),
                step(StepName.CAPABILITIES, StepUndo.REVERT),
                step(StepName.START, StepUndo.REMOVE),
                check(StepName.HEALTH_CHECK),
                check(StepName.SMOKE_TEST),
                step(StepName.ACTIVATE, StepUndo.NOTHING));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s runs with its new configuration.".formatted(request.instanceId());
    }
}
