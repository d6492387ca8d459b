package io.keelson.job.queue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Why a try did not succeed, cut to what is kept.
 *
 * @param code stable name
 * @param message one sentence, 2,000 characters at most
 * @param stack 16,000 characters at most, or null when no handler threw anything
 */
record JobError(
        Kind kind, String code, String message, @Nullable String stack) {
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_STACK = 16_000;

    /** How a try ended, as kept in {@code platform_job_attempt}. */
    enum Kind {
        FAILED,
        TIMED_OUT,
        ABANDONED,
        CANCELLED
    }

    JobError {
        message = StoredText.cut(message, LONGEST_MESSAGE);
        stack = stack == null ? null : StoredText.cut(stack, LONGEST_STACK);
    }

    static JobError of(Kind kind, String message) {
        return new JobError(kind, kind.name(), message, null);
    }

    static JobError thrown(Throwable cause) {
        if (cause instanceof JobFailure failure) {
            return new JobError(Kind.FAILED, failure.code(), String.valueOf(failure.getMessage()), stack(cause));
        }
        return new JobError(Kind.FAILED, cause.getClass().getSimpleName(), cause.toString(), stack(cause));
    }

    private static String stack(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
