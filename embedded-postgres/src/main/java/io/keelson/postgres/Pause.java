package io.keelson.postgres;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for the world outside, always with a bound. */
final class Pause {
    private static final Duration LOOK = Duration.ofMillis(10);

    private Pause() {}

    /** Looks every 10 ms until the condition holds or the time is up, and says whether it held. */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new PostgresStartException("Waiting for PostgreSQL was interrupted.", interrupted);
            }
        }
        return true;
    }
}
