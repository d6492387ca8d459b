package io.keelson.job.schedule;

import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.RunRules;
import io.keelson.job.timing.FireTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a due schedule does now: which fires make jobs, which are missed, and when the next one comes.
 *
 * @param fires oldest first
 */
record FirePlan(
        List<Instant> fires,
        @Nullable MissedFires missed,
        @Nullable NextFire next) {
    /** A schedule by the second that stood still for hours need not be counted to the last fire. */
    static final int MOST_COUNTED = 10_000;

    /** How many fires of one schedule are caught up in one transaction; the others follow in the next one. */
    static final int MOST_AT_ONCE = 1_000;

    /** Plans for a schedule whose next fire is due at {@code now} or was before. */
    static FirePlan of(DueSchedule schedule, Instant now) {
        FireTimes times = FireTimes.of(schedule.definition().timing());
        RunRules rules = schedule.definition().rules();
        Instant first = schedule.nextFireAt();
        Instant last = lastDue(schedule, times, now);
        Instant oldestWanted = oldestWanted(rules, times, first, last, now);
        List<Instant> fires = oldestWanted.isAfter(last) ? List.of() : times.between(oldestWanted, last, MOST_AT_ONCE);
        return new FirePlan(
                fires,
                missed(times, first, fires.isEmpty() ? last : oldestWanted.minusNanos(1)),
                next(schedule, times, fires.size() < MOST_AT_ONCE ? last : fires.getLast()));
    }

    /** The latest fire whose due time, jitter included, is not after {@code now}. */
    private static Instant lastDue(DueSchedule schedule, FireTimes times, Instant now) {
        Instant last = lastUntil(times, schedule.nextFireAt(), now);
        // Jitter ends before the following fire, so at most the latest one is not due yet.
        NextFire fire = NextFire.at(schedule.id(), schedule.definition(), times, last);
        if (fire.dueAt().isAfter(now) && last.isAfter(schedule.nextFireAt())) {
            return lastUntil(times, schedule.nextFireAt(), last.minusNanos(1));
        }
        return last;
    }

    /** The latest fire from {@code first} to {@code now}; looks back from {@code now} in growing steps. */
    private static Instant lastUntil(FireTimes times, Instant first, Instant now) {
        Instant begin = now.minusSeconds(1);
        for (Duration step = Duration.ofSeconds(2); begin.isAfter(first); step = step.multipliedBy(2)) {
            Optional<Instant> fire = times.after(begin).filter(found -> !found.isAfter(now));
            if (fire.isPresent()) {
                return forward(times, fire.get(), now);
            }
            begin = now.minus(step);
        }
        return forward(times, first, now);
    }

    private static Instant forward(FireTimes times, Instant from, Instant now) {
        Instant last = from;
        Optional<Instant> following = times.after(last);
        while (following.isPresent() && !following.get().isAfter(now)) {
            last = following.get();
            following = times.after(last);
        }
        return last;
    }

    private static Instant oldestWanted(RunRules rules, FireTimes times, Instant first, Instant last, Instant now) {
        // A fire with jitter is late only from its delayed moment on.
        Instant limit = now.minus(rules.catchUpWindow()).minus(rules.jitter());
        if (rules.catchUpMode() == CatchUpMode.LATEST || last.isBefore(limit)) {
            return last.isBefore(limit) ? last.plusNanos(1) : last;
        }
        return first.isBefore(limit) ? times.after(limit.minusNanos(1)).orElse(last) : first;
    }

    private static @Nullable MissedFires missed(FireTimes times, Instant first, Instant until) {
        List<Instant> missed = times.between(first, until, MOST_COUNTED);
        if (missed.isEmpty()) {
            return null;
        }
        Instant last = missed.size() < MOST_COUNTED ? missed.getLast() : lastUntil(times, missed.getLast(), until);
        return new MissedFires(first, last, missed.size());
    }

    private static @Nullable NextFire next(DueSchedule schedule, FireTimes times, Instant last) {
        return times.after(last)
                .map(at -> NextFire.at(schedule.id(), schedule.definition(), times, at))
                .orElse(null);
    }
}
