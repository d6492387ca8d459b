package io.keelson.command.claim;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;

/** What can be claimed. A command that needs several claims makes them in this order, so that none waits in a circle. */
public enum ClaimKind {
    PARTNER_NAME(ErrorCode.NAME_TAKEN, "name", "Another partner has this name; choose another one."),
    PARTNER_EMAIL(ErrorCode.EMAIL_TAKEN, "email", "Another partner has this e-mail address; give another one."),
    /** The value starts with the partner, so each partner has its own names. */
    TENANT_NAME(ErrorCode.NAME_TAKEN, "name", "Another tenant of this partner has this name; choose another one."),
    /** The value starts with the component. */
    VERSION_NUMBER(
            ErrorCode.VERSION_NUMBER_TAKEN,
            "number",
            "The component has a version with this number; numbers are never used again, so choose a higher one."),
    INSTANCE_NAME(
            ErrorCode.NAME_TAKEN,
            "name",
            "Another instance has this name; choose another one, or terminate that instance first."),
    /** The value starts with the owner, so each owner has its own names. */
    SCHEDULE_NAME(ErrorCode.NAME_TAKEN, "name", "Another schedule of this owner has this name; choose another one."),
    /** An instance claims the id of each operation it accepts, so that asking again can be told from asking. */
    REQUESTED_OPERATION(
            ErrorCode.WRONG_STATE,
            "operationId",
            "Another instance has an operation with this id; nothing was changed."),
    /** An operation claims its own id, so that starting it again can be told from starting it. */
    OPERATION(ErrorCode.WRONG_STATE, "operationId", "The operation was started already; nothing was changed."),
    /** A suspension claims its own id, for the same reason. */
    SUSPENSION(ErrorCode.WRONG_STATE, "suspensionId", "The suspension was started already; nothing was changed."),
    /** A hold claims its own id, for the same reason. */
    HOLD(ErrorCode.WRONG_STATE, "holdId", "The hold was placed already; nothing was changed."),
    /** A rollout claims its own id, for the same reason. */
    ROLLOUT(ErrorCode.WRONG_STATE, "rolloutId", "The rollout was started already; nothing was changed."),
    /** The first change of a setting claims its key. */
    PLATFORM_SETTING(ErrorCode.WRONG_STATE, "key", "The setting was made already; nothing was changed.");

    private final ErrorCode code;
    private final String field;
    private final String message;

    ClaimKind(ErrorCode code, String field, String message) {
        this.code = code;
        this.field = field;
        this.message = message;
    }

    RejectedException taken() {
        return new RejectedException(code, field, message);
    }
}
