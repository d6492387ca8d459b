package io.keelson.saga.operation;

import io.keelson.api.operation.OperationKind;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The index of all plans. */
final class OperationPlans {
    private static final Map<OperationKind, OperationPlan> BY_KIND = Stream.<OperationPlan>of(
                    new SuspendPlan(),
                    new ResumePlan(),
                    new ConfigurePlan(),
                    new ScalePlan(),
                    new BackupPlan(),
                    new RestorePlan(),
                    new MigratePlan(),
                    new EnterMaintenancePlan(),
                    new LeaveMaintenancePlan(),
                    new HealPlan(),
                    new RestartPlan(),
                    new ReconcilePlan(),
                    new UpgradePlan(),
                    new RollbackPlan())
            .collect(Collectors.toUnmodifiableMap(OperationPlan::kind, Function.identity()));

    private OperationPlans() {}

    static OperationPlan of(OperationKind kind) {
        OperationPlan plan = BY_KIND.get(kind);
        if (plan == null) {
            throw new IllegalArgumentException("There is no plan for operations of kind " + kind);
        }
        return plan;
    }
}
