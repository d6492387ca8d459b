package io.keelson.eventstore.stream;

import io.keelson.eventstore.storage.StoredEvent;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * An event as the tail reader met it.
 *
 * @param settled below this index there was no hole that can be filled
 * @param after the tail reader's position after it
 */
record TailEntry(StoredEvent event, long settled, GapAwareTrackingToken after) {}
