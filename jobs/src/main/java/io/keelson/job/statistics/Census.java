package io.keelson.job.statistics;

import io.keelson.api.job.JobState;
import io.keelson.api.job.query.JobDepth;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many jobs stood where at a moment. */
record Census(Instant countedAt, List<JobDepth> depths) {
    /** Since when the job that waits longest could run, or null when none waits. */
    @Nullable
    Instant oldestWaitingSince() {
        return depths.stream()
                .filter(depth -> depth.state() == JobState.PENDING)
                .flatMap(depth -> Stream.ofNullable(depth.oldest()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
