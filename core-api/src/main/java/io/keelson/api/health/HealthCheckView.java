package io.keelson.api.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one part of an instance.
 *
 * @param responseTime how long it took to answer, or null when it was not asked anything
 */
public record HealthCheckView(
        HealthArea area, CheckStatus status, @Nullable Duration responseTime, String message) {}
