package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.afterwards;
import static io.keelson.saga.operation.OperationPlan.check;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/**
 * Builds the new place while the old one serves, then stops the old one, carries a snapshot over, and starts the new one. A
 * failure removes the new place and lets the old one serve again; only when the new one serves is the old one removed.
 */
record MigratePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.MIGRATE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(
                check(StepName.CAPACITY),
                step(StepName.VALIDATE, StepUndo.REMOVE),
                step(StepName.COMPUTE, StepUndo.REMOVE),
                step(StepName.DATABASE, StepUndo.REMOVE),
                step(StepName.NETWORK, StepUndo.REMOVE),
                step(StepName.STORAGE, StepUndo.REMOVE),
                step(StepName.DEPLOY, StepUndo.REMOVE),
                step(StepName.STOP, StepUndo.REMOVE),
                step(StepName.BACKUP, StepUndo.REMOVE),
                check(StepName.VERIFY_BACKUP),
                step(StepName.RESTORE, StepUndo.REMOVE),
                step(StepName.ENVIRONMENT, StepUndo.REMOVE),
                step(StepName.CERTIFICATE, StepUndo.REMOVE),
                step(StepName.SUITES, StepUndo.REMOVE),
                step(StepName.CAPABILITIES, StepUndo.REMOVE),
                step(StepName.RESIDENCY, StepUndo.REMOVE),
                step(StepName.MONITORING, StepUndo.REMOVE),
                step(StepName.START, StepUndo.REMOVE),
                check(StepName.HEALTH_CHECK),
                check(StepName.SMOKE_TEST),
                step(StepName.ACTIVATE, StepUndo.REMOVE),
                afterwards(StepName.DISCARD),
                new PlannedStep(StepName.OTHER_PLACE, StepAction.REMOVE, StepUndo.NO_RETURN));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s runs in %s; nothing of it is left in %s."
                .formatted(
                        request.instanceId(),
                        request.targetOrSame().configuration().region(),
                        request.blueprint().configuration().region());
    }
}
