package io.keelson.job.desk;

import io.keelson.api.job.JobState;

/** Between the status in a row and the state that callers know. */
public final class JobStates {
    private static final int TRIED = 0;

    private JobStates() {}

    /** The state that a row stands for. */
    public static JobState of(int status, int attempts) {
        return switch (status) {
            case 0 -> attempts > TRIED ? JobState.RETRYABLE : JobState.DELAYED;
            case 1, 7 -> JobState.PENDING;
            case 2 -> JobState.ACTIVE;
            case 3 -> JobState.COMPLETED;
            case 4 -> JobState.FAILED;
            case 5 -> JobState.CANCELLED;
            case 6 -> JobState.SUSPENDED;
            default -> throw new IllegalStateException("No job has the status " + status);
        };
    }

    /** Which rows stand for a state. Numbers are literals, else the partial indexes would not be used. */
    public static String condition(JobState state) {
        return switch (state) {
            case PENDING -> "status in (1, 7)";
            case DELAYED -> "status = 0 and attempts = 0";
            case RETRYABLE -> "status = 0 and attempts > 0";
            case ACTIVE -> "status = 2";
            case COMPLETED -> "status = 3";
            case FAILED -> "status = 4";
            case CANCELLED -> "status = 5";
            case SUSPENDED -> "status = 6";
        };
    }
}
