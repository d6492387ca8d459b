package io.keelson.api.health;

import java.time.Instant;

/**
 * A difference between what an instance should be and what exists of it.
 *
 * @param kind stable name, for example {@code ROLE_MISSING}
 * @param since when it was seen first
 */
public record DriftView(String kind, String detail, DriftAction action, Instant since) {}
