package io.keelson.eventstore.storage;

import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Arithmetic of positions in the event stream. A position is an index and the holes below it that may be filled yet. */
public final class Positions {
    /** Before the first event. */
    public static final GapAwareTrackingToken START = GapAwareTrackingToken.newInstance(0, Set.of());

    private Positions() {}

    /** The position that {@code token} stands for; none means the start. Any other kind of token is refused. */
    public static GapAwareTrackingToken of(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> START;
            case GapAwareTrackingToken position -> position;
            default ->
                throw new IllegalArgumentException(
                        "A position in this event store is a GapAwareTrackingToken, not " + token + ".");
        };
    }

    /** Whether the event at {@code index} was passed. */
    public static boolean covers(GapAwareTrackingToken position, long index) {
        return index <= position.getIndex() && !position.getGaps().contains(index);
    }

    /**
     * The position after the event at {@code index}. Every index that was jumped over and is not settled stays as a hole,
     * however old its neighbours are.
     *
     * @param settled below this index no hole can be filled any more, see {@link EventPage#settled()}
     */
    public static GapAwareTrackingToken advance(GapAwareTrackingToken position, long settled, long index) {
        // Beyond the index there may be holes of this position that the same page fills.
        return position.advanceTo(index, Integer.MAX_VALUE).withGapsTruncatedAt(Math.min(settled, index));
    }
}
