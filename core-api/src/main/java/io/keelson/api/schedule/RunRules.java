package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import java.time.Duration;

/**
 * How a schedule treats fires that are late, too many or in vain.
 *
 * @param overlap what happens while an earlier job is not finished
 * @param catchUpWindow how late a fire may be and still make a job, 10 seconds to 30 days
 * @param catchUpMode which of several late fires make a job
 * @param jitter by how much a fire is delayed at most, up to a day; the delay is the same whenever it is computed, and
 *     never reaches the next fire
 * @param pauseAfterFailures after how many failed runs in a row the schedule switches itself off; 0 for never
 */
public record RunRules(
        OverlapPolicy overlap,
        Duration catchUpWindow,
        CatchUpMode catchUpMode,
        Duration jitter,
        int pauseAfterFailures) {
    /** Less would miss fires of a busy minute. */
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(10);

    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    private static final Duration LONGEST_JITTER = Duration.ofDays(1);
    private static final int MOST_FAILURES = 1_000;

    /** Skips overlaps, runs the latest fire of the last minute, no jitter, never pauses. */
    public static final RunRules DEFAULT =
            new RunRules(OverlapPolicy.SKIP, Duration.ofMinutes(1), CatchUpMode.LATEST, Duration.ZERO, 0);

    public RunRules {
        Range.require("catchUpWindow", catchUpWindow, SHORTEST_WINDOW, LONGEST_WINDOW);
        Range.require("jitter", jitter, Duration.ZERO, LONGEST_JITTER);
        if (pauseAfterFailures < 0 || pauseAfterFailures > MOST_FAILURES) {
            throw RejectedException.invalid(
                    "pauseAfterFailures",
                    "pauseAfterFailures is %d; it must be 0 to 1000.".formatted(pauseAfterFailures));
        }
    }
}
