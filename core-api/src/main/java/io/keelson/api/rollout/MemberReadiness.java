package io.keelson.api.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member can be upgraded now.
 *
 * @param until when it is worth asking again, or null when nobody knows
 * @param reason in words; empty when it can start
 */
public record MemberReadiness(Kind kind, @Nullable Instant until, String reason) {
    /** It can start. */
    public static final MemberReadiness READY = new MemberReadiness(Kind.START, null, "");

    /** What is to be done about it. */
    public enum Kind {
        START,
        /** It waits for a time, or for somebody else. */
        WAIT,
        /** Its customer must approve. */
        PROPOSE,
        /** It cannot have the version. */
        SKIP,
        /** Nobody can have the version any more. */
        STOP
    }
}
