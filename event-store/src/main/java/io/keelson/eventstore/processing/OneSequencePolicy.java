package io.keelson.eventstore.processing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * Handles all events of a group one after the other. Unlike Axon's own policy the answer is the same after a restart, so
 * no event changes its segment.
 */
public final class OneSequencePolicy implements SequencingPolicy<EventMessage<?>> {
    private static final String ONE = "all";

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        return ONE;
    }
}
