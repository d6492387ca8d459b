package io.keelson.api.error;

/** The value of {@code extensions.code} in a GraphQL error; the complete list of the API contract. */
public enum ErrorCategory {
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    VALIDATION_ERROR,
    CONFLICT,
    RATE_LIMITED,
    INTERNAL_ERROR,
    SERVICE_UNAVAILABLE
}
