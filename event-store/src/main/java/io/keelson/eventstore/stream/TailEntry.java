package io.keelson.eventstore.stream;

import io.keelson.eventstore.storage.StoredEvent;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * An event as the tail reader met it.
 *
 * @param settled below this index there was no hole that can be filled
 * @param after the tail reader's position after it; kept for the last event of a page only, since a position can be large
 */
record TailEntry(StoredEvent event, long settled, @Nullable GapAwareTrackingToken after) {}
