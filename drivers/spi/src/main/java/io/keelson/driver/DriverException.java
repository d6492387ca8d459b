package io.keelson.driver;

import org.jspecify.annotations.Nullable;

/** A step could not do what it should; the code says whose fault it is and whether trying again can help. */
public final class DriverException extends Exception {
    private final FailureCode code;

    public DriverException(FailureCode code, String message) {
        this(code, message, null);
    }

    /**
     * Wraps a cause.
     *
     * @param message what happened, to what, and what to do; never a secret
     */
    public DriverException(FailureCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public FailureCode code() {
        return code;
    }
}
