package io.keelson.api.health;

/** Asks for everything that nobody owns; answers a list of {@link OrphanView}, the oldest first, at most 1,000. */
public record FindOrphans() {}
