package io.keelson.saga.operation;

import static io.keelson.saga.operation.OperationPlan.afterwards;
import static io.keelson.saga.operation.OperationPlan.step;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** Makes a snapshot, then lets old ones go; the workload serves meanwhile. */
record BackupPlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.BACKUP;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        return List.of(step(StepName.BACKUP, StepUndo.REMOVE), afterwards(StepName.EXPIRE_BACKUPS));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s is backed up.".formatted(request.instanceId());
    }
}
