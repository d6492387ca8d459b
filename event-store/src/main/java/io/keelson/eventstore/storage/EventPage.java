package io.keelson.eventstore.storage;

import java.util.List;

/**
 * What one look into the store found after a position.
 *
 * @param events filled holes first, then what follows the position, in order of their index
 * @param settled below this index the position had no hole that can be filled
 * @param full whether there may be more at once
 */
public record EventPage(List<StoredEvent> events, long settled, boolean full) {}
