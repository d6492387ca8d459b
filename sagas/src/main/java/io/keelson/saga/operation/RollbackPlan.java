package io.keelson.saga.operation;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.upgrade.RollbackSteps;
import io.keelson.api.version.ProcessArtifact;
import java.util.List;

/** Takes the last upgrade back; a failure brings the newer version back, with its data. */
record RollbackPlan() implements OperationPlan {
    @Override
    public OperationKind kind() {
        return OperationKind.ROLLBACK;
    }

    @Override
    public List<PlannedStep> steps(InstanceOperationRequested request) {
        ProcessArtifact running = request.blueprint().artifacts().process();
        return RollbackSteps.of(
                running != null && running.reverse() != null,
                request.parameters().containsKey(OperationParameter.STAYS_IN_MAINTENANCE));
    }

    @Override
    public String success(InstanceOperationRequested request) {
        return "%s runs %s again."
                .formatted(request.instanceId(), request.targetOrSame().version());
    }
}
