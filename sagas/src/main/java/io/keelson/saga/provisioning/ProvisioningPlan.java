package io.keelson.saga.provisioning;

import io.keelson.api.operation.OperationParameter;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of a provisioning, in the order of the workflow. */
final class ProvisioningPlan {
    private ProvisioningPlan() {}

    /** With the steps that bring in a backup when the parameters name one. */
    static List<PlannedStep> of(Map<String, String> parameters) {
        boolean withBackup = parameters.containsKey(OperationParameter.BACKUP_ID);
        List<PlannedStep> plan = new ArrayList<>();
        for (StepName step : StepName.ofProvisioning()) {
            if (withBackup && step == StepName.MIGRATE) {
                plan.add(new PlannedStep(StepName.RESTORE, StepAction.APPLY));
            }
            if (withBackup && step == StepName.NOTIFY) {
                plan.add(new PlannedStep(StepName.DISCARD, StepAction.APPLY, StepUndo.NO_RETURN));
            }
            plan.add(new PlannedStep(step, StepAction.APPLY));
            if (withBackup && step == StepName.VALIDATE) {
                plan.add(new PlannedStep(StepName.VERIFY_BACKUP, StepAction.APPLY, StepUndo.NOTHING));
            }
        }
        return plan;
    }
}
