package io.keelson.graphql.error;

import io.keelson.api.error.ErrorCategory;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.Fault;
import io.keelson.api.error.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told about something that went wrong; it never holds internals.
 *
 * @param reason name of the {@link ErrorCode}
 * @param field input field at fault, or null
 * @param ids ids of what was changed all the same, by field name
 */
public record Failure(
        ErrorCategory category,
        String reason,
        @Nullable String field,
        Fault fault,
        boolean retryable,
        String message,
        Map<String, String> ids) {

    static Failure of(Rejection rejection) {
        return of(rejection.code(), rejection.field(), rejection.message(), Map.of());
    }

    static Failure of(ErrorCode code, @Nullable String field, String message, Map<String, String> ids) {
        return new Failure(code.category(), code.name(), field, code.fault(), code.retryable(), message, ids);
    }

    /** The value of {@code extensions.details}. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (field != null) {
            details.put("field", field);
        }
        details.put("reason", reason);
        details.put("fault", fault.name());
        details.put("retryable", retryable);
        details.putAll(ids);
        return details;
    }
}
