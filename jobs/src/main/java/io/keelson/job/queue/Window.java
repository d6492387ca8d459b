package io.keelson.job.queue;

import java.time.Duration;
import java.util.List;

/**
 * How many jobs more than idle lanes are claimed. When jobs are much shorter than a look at the queue, lanes would spend
 * their time waiting for the next one. The window holds what the lanes do in a few milliseconds, and no job that takes
 * longer than that; among the jobs in it, a more urgent one that comes later is not preferred. For one thread.
 */
final class Window {
    private static final long WORTH = Duration.ofMillis(5).toNanos();
    private static final int LARGEST = 400;
    private static final int WEIGHT = 16;

    private double usual = WORTH * 2.0;

    /** Learns from jobs that have ended. */
    void ran(List<JobOutcome> outcomes) {
        for (JobOutcome outcome : outcomes) {
            usual += (outcome.ran().toNanos() - usual) / WEIGHT;
        }
    }

    /** The lanes have not begun in time what was claimed for them. */
    void tooLarge() {
        usual = WORTH * 2.0;
    }

    int size(int lanes) {
        return usual > WORTH ? 0 : (int) Math.min(LARGEST, lanes * WORTH / Math.max(usual, 1));
    }
}
