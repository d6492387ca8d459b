package io.keelson.driver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one part of an instance.
 *
 * @param responseTime how long the part took to answer, or null when it was not asked anything
 * @param message what was seen, in one sentence for a human; never a secret
 */
public record HealthCheck(
        HealthArea area, Status status, @Nullable Duration responseTime, String message) {
    /** How good it is. */
    public enum Status {
        PASS,
        /** It works, but somebody should look at it. */
        WARN,
        FAIL
    }

    /** A part that was looked at and not asked. */
    public HealthCheck(HealthArea area, Status status, String message) {
        this(area, status, null, message);
    }
}
