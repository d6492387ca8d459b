package io.keelson.api.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of an operation's plan.
 *
 * @param undo what a failure does to the step; null means the usual: what is applied is removed, and a removal or a
 *     notification knows no way back
 */
public record PlannedStep(
        StepName name,
        StepAction action,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StepUndo undo) {
    /** A step with the usual undo. */
    public PlannedStep(StepName name, StepAction action) {
        this(name, action, null);
    }

    /** What a failure does to the step, never null. */
    public StepUndo onFailure() {
        if (undo != null) {
            return undo;
        }
        return action == StepAction.APPLY && name != StepName.NOTIFY ? StepUndo.REMOVE : StepUndo.NO_RETURN;
    }
}
