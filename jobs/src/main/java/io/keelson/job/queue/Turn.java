package io.keelson.job.queue;

import java.time.Duration;
import java.util.List;

/**
 * What one look at the queue brought.
 *
 * @param refused outcomes that came too late, since the job was no longer this node's
 * @param claimed most urgent first
 * @param untilNextDelayed when the next delayed job is due; long when there is none
 */
record Turn(int refused, List<ClaimedJob> claimed, Duration untilNextDelayed) {}
