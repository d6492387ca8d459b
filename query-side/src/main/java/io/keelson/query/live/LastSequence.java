package io.keelson.query.live;

import java.util.OptionalLong;

/** Asks the event store how far an aggregate has come. */
@FunctionalInterface
public interface LastSequence {
    /** Sequence number of the last stored event of this aggregate, or empty when it has none. */
    OptionalLong of(String aggregateId);
}
