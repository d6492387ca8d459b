package io.keelson.query.live;

import java.util.UUID;

/** A view together with the number of the last event that it shows. */
public record Revised<V>(UUID id, long revision, V view) {}
