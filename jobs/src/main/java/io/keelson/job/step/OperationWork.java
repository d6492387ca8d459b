package io.keelson.job.step;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.OperationStarted;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation works on.
 *
 * @param blueprint the instance as it was when the operation began
 * @param target the instance as it is to be, or null when that is the same
 * @param parameters what the steps need to know besides
 */
record OperationWork(InstanceBlueprint blueprint, @Nullable InstanceBlueprint target, Map<String, String> parameters) {
    /** Steps about what is there, whichever way they go. */
    private static final Set<StepName> ABOUT_WHAT_IS_THERE = EnumSet.of(
            StepName.STOP,
            StepName.BACKUP,
            StepName.EXPIRE_BACKUPS,
            StepName.SAVE_DATA,
            StepName.SAVE_RELEASE,
            StepName.REVERSE_MIGRATE,
            StepName.CHECK_DATA);

    static OperationWork of(OperationStarted event) {
        return new OperationWork(event.blueprint(), event.target(), event.parameters());
    }

    /** Reads the stored form; before operations had a target, it was the blueprint alone. */
    static OperationWork read(String json) {
        return StepJson.has(json, "instanceId")
                ? new OperationWork(StepJson.read(json, InstanceBlueprint.class), null, Map.of())
                : StepJson.read(json, OperationWork.class);
    }

    /** The instance as a try of a step must see it. */
    InstanceBlueprint blueprintFor(StepAttempt attempt) {
        boolean before = attempt.action() == StepAction.REVERT || ABOUT_WHAT_IS_THERE.contains(attempt.step());
        return target == null || before ? blueprint : target;
    }
}
