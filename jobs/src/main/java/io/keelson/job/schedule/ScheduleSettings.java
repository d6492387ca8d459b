package io.keelson.job.schedule;

import java.time.Duration;

/**
 * How schedules are looked after on a node.
 *
 * @param look how often the clock looks when nobody calls it
 * @param settleEvery how often ended jobs are noted in the history
 * @param keepHistory how long entries of the history are kept, except those whose job is not finished
 * @param atOnce how many schedules fire in one transaction
 */
public record ScheduleSettings(Duration look, Duration settleEvery, Duration keepHistory, int atOnce) {
    /** Looks every second, keeps 30 days. */
    public static final ScheduleSettings DEFAULT =
            new ScheduleSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(30), 1_000);
}
