package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.afterwards;
import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Puts a snapshot in the place of what is there. What was there is put aside and comes back when a step fails. */
record RestorePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.RESTORE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(
                check(StepName.VERIFY_BACKUP),
                step(StepName.STOP, StepUndo.REMOVE),
                step(StepName.RESTORE, StepUndo.REMOVE),
                step(StepName.DEPLOY, StepUndo.REVERT),
                step(StepName.NETWORK, StepUndo.NOTHING),
                step(StepName.ENVIRONMENT, StepUndo.REVERT),
                step(StepName.CERTIFICATE, StepUndo.REVERT),
                step(StepName.SUITES, StepUndo.REVERT),
                step(StepName.CAPABILITIES, StepUndo.REVERT),
                step(StepName.RESIDENCY, StepUndo.REVERT),
                step(StepName.START, StepUndo.REMOVE),
                check(StepName.HEALTH_CHECK),
                check(StepName.SMOKE_TEST),
                step(StepName.ACTIVATE, StepUndo.NOTHING),
                afterwards(StepName.DISCARD));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s is as it was when the backup was made.".formatted(request.instanceId());
    }
}
