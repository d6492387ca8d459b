package io.keelson.job.queue;

/**
 * When to have more or fewer lanes. That a lane lingers before it ends, and the gap between the thresholds, keep the number
 * from going up and down with every wave.
 *
 * @param upThreshold one more lane for every so many jobs that wait while all lanes are busy; more than 0
 * @param downThreshold waiting jobs for each lane, down to which an idle lane may end; 0 or more, and less than the other
 */
public record LaneScaling(double upThreshold, double downThreshold) {
    /** A lane for each job that waits, and none fewer while one does. */
    public static final LaneScaling DEFAULT = new LaneScaling(1, 0);

    private static final int MOST_COUNTED = 100_000;

    public LaneScaling {
        if (!(downThreshold >= 0) || !(upThreshold > downThreshold)) {
            throw new IllegalArgumentException(
                    "The threshold for fewer lanes (%s) must be 0 or more, and less than the one for more lanes (%s)."
                            .formatted(downThreshold, upThreshold));
        }
    }

    /** How many more lanes so many waiting jobs are worth; never more than jobs. */
    int more(int waiting) {
        return (int) Math.min(waiting, Math.ceil(waiting / upThreshold));
    }

    /** How many waiting jobs are worth so many lanes; not worth counting further than 100,000. */
    int worth(int lanes) {
        return (int) Math.min(MOST_COUNTED, Math.ceil(lanes * Math.max(1, upThreshold)));
    }

    /** Whether an idle lane of so many may end. */
    boolean fewer(int waiting, int live) {
        return waiting <= downThreshold * live;
    }
}
