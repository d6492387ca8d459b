package io.keelson.job.schedule;

import io.keelson.job.queue.JobStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the runs that ended just now change the number of failed runs in a row.
 *
 * @param broken whether one of them succeeded
 * @param failures failed runs since then, or of all of them when none succeeded
 */
record FailureStreak(UUID scheduleId, boolean broken, int failures) {
    /** One streak for each schedule with runs in its rhythm; cancelled runs neither break nor lengthen it. */
    static List<FailureStreak> of(List<EndedRun> ended) {
        Map<UUID, FailureStreak> streaks = new LinkedHashMap<>();
        ended.stream()
                .filter(EndedRun::inRhythm)
                .sorted(Comparator.comparing(EndedRun::fireTime))
                .forEach(run -> streaks.merge(run.scheduleId(), of(run), FailureStreak::then));
        return List.copyOf(streaks.values());
    }

    private static FailureStreak of(EndedRun run) {
        return new FailureStreak(
                run.scheduleId(),
                run.outcome() == JobStatus.SUCCEEDED.code(),
                run.outcome() == JobStatus.DEAD.code() ? 1 : 0);
    }

    private FailureStreak then(FailureStreak later) {
        return later.broken() ? later : new FailureStreak(scheduleId, broken, failures + later.failures());
    }
}
