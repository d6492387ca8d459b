package io.keelson.job.health;

import io.keelson.api.instance.DriftFinding;
import java.time.Instant;
import java.util.List;

/**
 * What is remembered of an instance from look to look.
 *
 * @param epoch the event since which it counts
 * @param judgement how healthy it is
 * @param heals when it was started again, as far as that still counts, oldest first
 * @param leftAlone whether it is no longer started again
 * @param drift what differed at the last look
 * @param repairs when repairs were asked for, as far as that still counts, oldest first
 * @param reported the differences that were reported last
 */
record Memory(
        long epoch,
        Judgement judgement,
        List<Instant> heals,
        boolean leftAlone,
        List<SeenDrift> drift,
        List<Instant> repairs,
        List<DriftFinding> reported) {
    Memory {
        heals = List.copyOf(heals);
        drift = List.copyOf(drift);
        repairs = List.copyOf(repairs);
        reported = List.copyOf(reported);
    }

    /** Nothing yet, of an instance that has just passed its health check. */
    static Memory since(long epoch) {
        return new Memory(epoch, Judgement.HEALTHY, List.of(), false, List.of(), List.of(), List.of());
    }

    /** From this event on: what was reported stays known, everything else is forgotten. */
    Memory inEpoch(long now) {
        return now == epoch
                ? this
                : new Memory(now, Judgement.HEALTHY, List.of(), false, List.of(), List.of(), reported);
    }

    Memory withJudgement(Judgement newJudgement, boolean newLeftAlone) {
        return new Memory(epoch, newJudgement, heals, newLeftAlone, drift, repairs, reported);
    }

    Memory withHeals(List<Instant> newHeals) {
        return new Memory(epoch, judgement, newHeals, leftAlone, drift, repairs, reported);
    }

    Memory withDrift(List<SeenDrift> newDrift) {
        return new Memory(epoch, judgement, heals, leftAlone, newDrift, repairs, reported);
    }

    Memory withRepairs(List<Instant> newRepairs) {
        return new Memory(epoch, judgement, heals, leftAlone, drift, newRepairs, reported);
    }

    Memory withReported(List<DriftFinding> newReported) {
        return new Memory(epoch, judgement, heals, leftAlone, drift, repairs, newReported);
    }
}
