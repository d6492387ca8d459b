package io.keelson.api.upgrade;

import java.time.Instant;

/**
 * One opening of a maintenance window.
 *
 * @param until first moment after it
 */
public record OpenWindow(String name, Instant from, Instant until) {}
