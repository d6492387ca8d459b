package io.keelson.driver;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that exists and that this driver has marked as belonging to an instance.
 *
 * @param instanceId whose it is, or null when its name says nothing that could be an instance
 * @param kind what it is, for example {@code directory} or {@code role}
 * @param name how it can be found by hand; never a secret
 */
public record OwnedThing(@Nullable UUID instanceId, String kind, String name) {}
