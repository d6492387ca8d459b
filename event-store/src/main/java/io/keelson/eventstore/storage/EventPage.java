package io.keelson.eventstore.storage;

import java.util.List;

/**
 * What one look into the store found after a position.
 *
 * @param events filled holes first, then what follows the position, in order of their index
 * @param settled below this index no hole of the position or the page can be filled any more
 * @param heldBack whether there are more that wait for a writer about to commit; worth another look in a moment
 * @param full whether there may be more at once
 */
public record EventPage(List<StoredEvent> events, long settled, boolean heldBack, boolean full) {}
