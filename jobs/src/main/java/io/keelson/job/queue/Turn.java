package io.keelson.job.queue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What one look at the queue brought.
 *
 * @param refused outcomes that came too late, since the job was no longer this node's
 * @param claimed most urgent first
 * @param cancelled jobs of this node that somebody wants to end, when that was asked
 * @param untilNextDelayed when the next delayed job is due; long when there is none
 * @param again whether the look has shown something that the next one has to care for
 */
record Turn(int refused, List<ClaimedJob> claimed, List<UUID> cancelled, Duration untilNextDelayed, boolean again) {}
