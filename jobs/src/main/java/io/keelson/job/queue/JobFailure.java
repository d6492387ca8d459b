package io.keelson.job.queue;

/** A failure that a handler explains: a stable code, a sentence, and whether trying again can help. */
public final class JobFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;

    /**
     * Makes a failure.
     *
     * @param code in SCREAMING_SNAKE_CASE
     * @param message what happened and what to do
     * @param retryable false when the job is to be given up at once
     */
    public JobFailure(String code, String message, boolean retryable) {
        super(message);
        this.code = code;
        this.retryable = retryable;
    }

    public JobFailure(String code, String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryable = retryable;
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }
}
