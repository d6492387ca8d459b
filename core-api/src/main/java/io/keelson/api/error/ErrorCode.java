package io.keelson.api.error;

import static io.keelson.api.error.ErrorCategory.CONFLICT;
import static io.keelson.api.error.ErrorCategory.FORBIDDEN;
import static io.keelson.api.error.ErrorCategory.INTERNAL_ERROR;
import static io.keelson.api.error.ErrorCategory.SERVICE_UNAVAILABLE;
import static io.keelson.api.error.ErrorCategory.VALIDATION_ERROR;
import static io.keelson.api.error.Fault.PLATFORM;
import static io.keelson.api.error.Fault.USER;

/** Every reason for which a request is refused. Each fixes whose fault it is and whether a retry can help. */
public enum ErrorCode {
    INVALID_INPUT(VALIDATION_ERROR, USER, false),
    CONFIGURATION_NOT_ACCEPTED(VALIDATION_ERROR, USER, false),
    DRIVER_NOT_ENABLED(VALIDATION_ERROR, USER, false),
    ARTIFACT_MISSING(VALIDATION_ERROR, USER, false),
    OWNER_MISMATCH(VALIDATION_ERROR, USER, false),
    JOB_TYPE_UNKNOWN(VALIDATION_ERROR, USER, false),
    PAYLOAD_NOT_ACCEPTED(VALIDATION_ERROR, USER, false),
    JOB_TYPE_NOT_PUBLIC(FORBIDDEN, USER, false),
    RESIDENCY_VIOLATED(VALIDATION_ERROR, USER, false),
    SETTING_NOT_ACCEPTED(VALIDATION_ERROR, USER, false),
    PARTNER_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    TENANT_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    VERSION_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    INSTANCE_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    OPERATION_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    ROLLOUT_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    SCHEDULE_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    WORKER_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    JOB_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    JOB_QUEUE_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    SETTING_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    BACKUP_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    CHANNEL_NOT_FOUND(ErrorCategory.NOT_FOUND, USER, false),
    NAME_TAKEN(CONFLICT, USER, false),
    EMAIL_TAKEN(CONFLICT, USER, false),
    VERSION_NUMBER_TAKEN(CONFLICT, USER, false),
    PARTNER_SUSPENDED(CONFLICT, USER, false),
    TENANT_SUSPENDED(CONFLICT, USER, false),
    STILL_IN_USE(CONFLICT, USER, false),
    VERSION_NOT_PROVISIONABLE(CONFLICT, USER, false),
    UPGRADE_NOT_ELIGIBLE(CONFLICT, USER, false),
    ROLLBACK_NOT_POSSIBLE(CONFLICT, USER, false),
    WRONG_STATE(CONFLICT, USER, false),
    DELETION_PROTECTED(CONFLICT, USER, false),
    CONFIRMATION_MISSING(CONFLICT, USER, false),
    OPERATION_IN_PROGRESS(CONFLICT, USER, true),
    IDEMPOTENCY_KEY_REUSED(CONFLICT, USER, false),
    CONCURRENT_CHANGE(CONFLICT, PLATFORM, true),
    NOT_YET_VISIBLE(SERVICE_UNAVAILABLE, PLATFORM, true),
    UNAVAILABLE(SERVICE_UNAVAILABLE, PLATFORM, true),
    INTERNAL(INTERNAL_ERROR, PLATFORM, false);

    private final ErrorCategory category;
    private final Fault fault;
    private final boolean retryable;

    ErrorCode(ErrorCategory category, Fault fault, boolean retryable) {
        this.category = category;
        this.fault = fault;
        this.retryable = retryable;
    }

    public ErrorCategory category() {
        return category;
    }

    public Fault fault() {
        return fault;
    }

    /** Whether the very same request can succeed later without anybody changing it. */
    public boolean retryable() {
        return retryable;
    }
}
