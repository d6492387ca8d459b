package io.keelson.api.upgrade;

import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;
import java.util.stream.Stream;

/** How an upgrade is taken back, for who does it and for who wants to know before. */
public final class RollbackSteps {
    private RollbackSteps() {}

    /**
     * The steps in their order.
     *
     * @param reversible whether the release that runs takes its migrations back itself; else the backup comes back
     * @param staysInMaintenance whether the instance is in maintenance already and remains so
     */
    public static List<PlannedStep> of(boolean reversible, boolean staysInMaintenance) {
        Stream<PlannedStep> data = reversible
                ? Stream.of(step(StepName.SAVE_DATA), step(StepName.REVERSE_MIGRATE))
                : Stream.of(step(StepName.RESTORE));
        Stream<PlannedStep> checks = reversible
                ? Stream.of(look(StepName.PRE_CHECK))
                : Stream.of(look(StepName.PRE_CHECK), look(StepName.VERIFY_BACKUP));
        return Stream.of(
                        checks,
                        Stream.of(look(StepName.NETWORK), step(StepName.MAINTENANCE), step(StepName.STOP)),
                        data,
                        Stream.of(
                                step(StepName.SAVE_RELEASE),
                                step(StepName.DEPLOY),
                                new PlannedStep(StepName.ENVIRONMENT, StepAction.APPLY, StepUndo.REVERT),
                                step(StepName.START),
                                look(StepName.HEALTH_CHECK),
                                look(StepName.SMOKE_TEST),
                                look(StepName.ACTIVATE),
                                look(StepName.WATCH),
                                look(StepName.LEAVE_MAINTENANCE),
                                new PlannedStep(StepName.DISCARD, StepAction.APPLY, StepUndo.NO_RETURN)))
                .flatMap(steps -> steps)
                .filter(step -> !staysInMaintenance || !step.name().tellsOfMaintenance())
                .toList();
    }

    private static PlannedStep step(StepName name) {
        return new PlannedStep(name, StepAction.APPLY, StepUndo.REMOVE);
    }

    private static PlannedStep look(StepName name) {
        return new PlannedStep(name, StepAction.APPLY, StepUndo.NOTHING);
    }
}
