package io.keelson.eventstore.storage;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * One row of the event table.
 *
 * @param index its global index
 * @param messages what it means today: one message, unless upcasters split it or take it away; their tokens are only
 *     the index and must be replaced by the position of the reader
 */
public record StoredEvent(long index, List<TrackedEventMessage<?>> messages) {}
