package io.keelson.job.step;

import org.jspecify.annotations.Nullable;

/**
 * A try of a step without a job that will end it.
 *
 * @param givenUp whether its job is dead; otherwise the job is gone
 * @param attempts how often the job was tried
 */
record LostStep(
        StepJob step,
        boolean givenUp,
        int attempts,
        @Nullable String lastError) {
    /** How {@code platform_job.status} says that a job was given up. */
    static final int DEAD = 4;
}
