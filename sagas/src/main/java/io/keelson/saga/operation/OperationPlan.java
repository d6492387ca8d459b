package io.keelson.saga.operation;

import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.util.List;

/** How one kind of operation is carried out: what is done, step by step, and what each failure takes back. */
interface OperationPlan {
    /** What is true of most operations that failed. */
    String AS_BEFORE = "is as it was before; it is not tried again.";

    OperationKind kind();

    /** The same steps for the same request, always. */
    List<PlannedStep> steps(InstanceOperationRequested request);

    /** What is to be said when all of it was done, in one sentence. */
    String success(InstanceOperationRequested request);

    /** What is to be said of the instance when it has failed and whatever can be taken back was; follows the instance's id. */
    default String failure() {
        return AS_BEFORE;
    }

    /** A step that changes the instance, and how the change is undone. */
    static PlannedStep step(StepName name, StepUndo undo) {
        return new PlannedStep(name, StepAction.APPLY, undo);
    }

    /** A step that only looks: its failure takes the operation back, but it leaves nothing behind itself. */
    static PlannedStep check(StepName name) {
        return new PlannedStep(name, StepAction.APPLY, StepUndo.NOTHING);
    }

    /** A step after which the operation counts as done whatever happens. */
    static PlannedStep afterwards(StepName name) {
        return new PlannedStep(name, StepAction.APPLY, StepUndo.NO_RETURN);
    }
}
