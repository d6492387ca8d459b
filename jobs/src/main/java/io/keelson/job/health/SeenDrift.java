package io.keelson.job.health;

import java.time.Instant;

/**
 * A difference that was seen at the last look.
 *
 * @param since the first look that saw it, without one in between that did not
 * @param looks how many looks saw it
 */
record SeenDrift(String kind, String detail, Instant since, int looks) {
    /** Looks until a difference is believed: between an event and its arrival here, the world is ahead of us. */
    static final int BELIEVED = 2;

    boolean believed() {
        return looks >= BELIEVED;
    }
}
