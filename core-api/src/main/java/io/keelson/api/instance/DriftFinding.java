package io.keelson.api.instance;

/**
 * A difference between what an instance should be and what exists of it.
 *
 * @param kind stable name, for example {@code ROLE_MISSING}
 * @param detail what was found, and where, in one sentence
 */
public record DriftFinding(String kind, String detail) {}
