package io.keelson.saga.step;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/**
 * How often and how patiently a failed step is tried again. The wait doubles with every failure up to a cap and is
 * shortened by up to the jitter, so that operations that failed together do not come back together.
 *
 * @param applyTries tries of a step before the operation is taken back, at least 1
 * @param removeTries tries of a removal before something is left behind, at least 1
 * @param base wait after the first failure, more than zero
 * @param cap longest wait, not below {@code base}
 * @param jitter greatest part of a wait that is left out, 0 to 1
 */
public record RetryPolicy(int applyTries, int removeTries, Duration base, Duration cap, double jitter) {
    /** Five tries to apply, at most 15 s of waiting; ten to remove, at most 151 s of waiting. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(5, 10, Duration.ofSeconds(1), Duration.ofSeconds(30), 0.5);

    private static final int MAXIMUM_DOUBLINGS = 30;
    private static final double HASHES = 0x1p32;

    public RetryPolicy {
        requireThat(applyTries >= 1 && removeTries >= 1, "at least one try is needed");
        requireThat(base.isPositive(), "the base must be more than zero");
        requireThat(cap.compareTo(base) >= 0, "the cap must not be below the base");
        requireThat(jitter >= 0 && jitter <= 1, "the jitter must be 0 to 1");
    }

    /** Whether a step that failed {@code failures} times in this direction may be tried again. */
    boolean allowsMore(StepAction action, int failures) {
        return failures < (action == StepAction.APPLY ? applyTries : removeTries);
    }

    /** How long {@code attempt} waits after {@code failures} failures; always the same for the same attempt. */
    Duration delay(OperationId operationId, StepAttempt attempt, int failures) {
        double doubled = Math.scalb((double) base.toMillis(), Math.min(failures - 1, MAXIMUM_DOUBLINGS));
        double longest = Math.min(doubled, (double) cap.toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - jitter * fraction(operationId, attempt))));
    }

    // Not drawn but derived, because a saga that runs again after a crash must decide the same.
    private static double fraction(OperationId operationId, StepAttempt attempt) {
        CRC32 hash = new CRC32();
        hash.update("%s:%s:%d"
                .formatted(operationId, attempt.step(), attempt.number())
                .getBytes(StandardCharsets.UTF_8));
        return hash.getValue() / HASHES;
    }

    private static void requireThat(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Retry policy: " + otherwise + ".");
        }
    }
}
