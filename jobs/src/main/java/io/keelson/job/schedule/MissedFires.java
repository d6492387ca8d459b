package io.keelson.job.schedule;

import java.time.Instant;

/**
 * Fires that make no job because they came too late, or because a later one is run in their place.
 *
 * @param count how many, counted up to {@link FirePlan#MOST_COUNTED}
 */
record MissedFires(Instant first, Instant last, int count) {}
