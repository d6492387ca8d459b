package io.keelson.api.fault;

import org.jspecify.annotations.Nullable;

/**
 * A named place between two durable steps. In production {@link #hit} does nothing; with the system property
 * {@code keelson.crash-point=NAME} (or {@code NAME:3} for the third hit) the JVM halts there, as by {@code kill -9}.
 */
public final class CrashPoint {
    private static final @Nullable String ARMED = System.getProperty("keelson.crash-point");
    private static final int HALT_STATUS = 137;
    private static int hits;

    private CrashPoint() {}

    /** Halts the JVM if this point is armed; cheap enough for any path. */
    public static void hit(String name) {
        if (ARMED != null) {
            haltIfArmed(ARMED, name);
        }
    }

    private static synchronized void haltIfArmed(String armed, String name) {
        int colon = armed.indexOf(':');
        String armedName = colon < 0 ? armed : armed.substring(0, colon);
        int armedHit = colon < 0 ? 1 : Integer.parseInt(armed.substring(colon + 1));
        if (armedName.equals(name) && ++hits == armedHit) {
            Runtime.getRuntime().halt(HALT_STATUS);
        }
    }
}
