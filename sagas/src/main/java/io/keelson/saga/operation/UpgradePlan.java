package io.keelson.saga.operation;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the workload to a newer version. What can be prepared is prepared while the old version serves; then database, data and
 * files are put aside whole, and the new version works on copies, so a failure brings back exactly what was there.
 */
record UpgradePlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.UPGRADE;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        boolean staysInMaintenance = request.parameters().containsKey(OperationParameter.STAYS_IN_MAINTENANCE);
        return Stream.of(
                        OperationPlan.check(StepName.CAPACITY),
                        OperationPlan.check(StepName.PRE_CHECK),
                        OperationPlan.step(StepName.BACKUP, StepUndo.REMOVE),
                        OperationPlan.step(StepName.NETWORK, StepUndo.NOTHING),
                        OperationPlan.step(StepName.MAINTENANCE, StepUndo.REMOVE),
                        OperationPlan.step(StepName.STOP, StepUndo.REMOVE),
                        OperationPlan.step(StepName.SAVE_DATA, StepUndo.REMOVE),
                        OperationPlan.step(StepName.SAVE_RELEASE, StepUndo.REMOVE),
                        OperationPlan.step(StepName.DEPLOY, StepUndo.REMOVE),
                        OperationPlan.step(StepName.MIGRATE, StepUndo.REMOVE),
                        OperationPlan.step(StepName.ENVIRONMENT, StepUndo.REVERT),
                        OperationPlan.step(StepName.START, StepUndo.REMOVE),
                        OperationPlan.check(StepName.HEALTH_CHECK),
                        OperationPlan.check(StepName.SMOKE_TEST),
                        OperationPlan.check(StepName.CHECK_DATA),
                        OperationPlan.step(StepName.ACTIVATE, StepUndo.NOTHING),
                        OperationPlan.check(StepName.WATCH),
                        OperationPlan.step(StepName.LEAVE_MAINTENANCE, StepUndo.NOTHING),
                        OperationPlan.afterwards(StepName.DISCARD),
                        OperationPlan.afterwards(StepName.EXPIRE_BACKUPS))
                .filter(step -> !staysInMaintenance || !step.name().tellsOfMaintenance())
                .toList();
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s runs %s."
                .formatted(request.instanceId(), request.targetOrSame().version());
    }
}
