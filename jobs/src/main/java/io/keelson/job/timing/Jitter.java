package io.keelson.job.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delays that spread what would fire at the same moment; derived, not drawn, so that every node computes the same. */
public final class Jitter {
    private Jitter() {}

    /**
     * The delay of one fire, in whole milliseconds.
     *
     * @param bound longest delay
     * @param following the fire after it, before which the delay ends, or null
     * @return zero or more, at most {@code bound}
     */
    public static Duration of(UUID schedule, Instant fire, Duration bound, @Nullable Instant following) {
        long longest = bound.toMillis();
        if (following != null) {
            longest = Math.min(longest, Duration.between(fire, following).toMillis() - 1);
        }
        if (longest <= 0) {
            return Duration.ZERO;
        }
        long mixed =
                mix(schedule.getMostSignificantBits() ^ mix(schedule.getLeastSignificantBits() ^ fire.toEpochMilli()));
        return Duration.ofMillis(Long.remainderUnsigned(mixed, longest + 1));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit changes about half of the output bits. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
