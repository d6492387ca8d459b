package io.keelson.job.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that a person did with a job.
 *
 * @param found where the job stood before, or null when there is no such job
 * @param done whether anything was changed; false when {@code found} does not allow it
 * @param number of this act among those on the job, 1 for the first; 0 when nothing was done
 */
public record JobAct(UUID job, @Nullable JobStatus found, boolean done, long number) {}
