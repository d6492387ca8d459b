package io.keelson.api.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a driver has marked as its own and that belongs to no instance that is known.
 *
 * @param kind what it is, for example {@code directory} or {@code role}
 * @param name how it can be found by hand
 * @param instanceId UUID of the instance that it says to belong to, or null
 * @param since when it was seen first
 */
public record OrphanView(
        String driver, String kind, String name, @Nullable String instanceId, Instant since) {}
