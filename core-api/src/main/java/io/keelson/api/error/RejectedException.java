package io.keelson.api.error;

import org.jspecify.annotations.Nullable;

/** Thrown where a rule refuses a request; nothing was changed. */
public final class RejectedException extends RuntimeException {
    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.message());
        this.rejection = rejection;
    }

    public RejectedException(ErrorCode code, @Nullable String field, String message) {
        this(new Rejection(code, field, message));
    }

    /** A refusal of an input field; its code is {@link ErrorCode#INVALID_INPUT}. */
    public static RejectedException invalid(String field, String message) {
        return new RejectedException(ErrorCode.INVALID_INPUT, field, message);
    }

    /** The same refusal of a part of something larger: its field is {@code place.field}. */
    public RejectedException within(String place) {
        String field = rejection.field();
        String longer = field == null ? place : place + "." + field;
        String message = field == null || !rejection.message().startsWith(field)
                ? rejection.message()
                : place + "." + rejection.message();
        return new RejectedException(rejection.code(), longer, message);
    }

    public Rejection rejection() {
        return rejection;
    }
}
