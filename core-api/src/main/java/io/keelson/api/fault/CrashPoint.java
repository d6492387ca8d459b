package io.keelson.api.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A named place between two durable steps. In production {@link #hit} does nothing; with the system property
 * {@code keelson.crash-point=NAME} (or {@code NAME:3} for the third hit) the JVM halts there, as by {@code kill -9}. With
 * {@code keelson.crash-point=@FILE} the file names the point; it may be written while the JVM runs, and hits count from then on.
 */
public final class CrashPoint {
    private static final @Nullable String ARMED = System.getProperty("keelson.crash-point");
    private static final int HALT_STATUS = 137;
    private static String counted = "";
    private static int hits;

    private CrashPoint() {}

    /** Halts the JVM if this point is armed; cheap enough for any path. */
    public static void hit(String name) {
        if (ARMED != null) {
            haltIfArmed(ARMED.startsWith("@") ? written(Path.of(ARMED.substring(1))) : ARMED, name);
        }
    }

    private static String written(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException nothingIsArmed) {
            return "";
        }
    }

    private static synchronized void haltIfArmed(String armed, String name) {
        if (!armed.equals(counted)) {
            counted = armed;
            hits = 0;
        }
        int colon = armed.indexOf(':');
        String armedName = colon < 0 ? armed : armed.substring(0, colon);
        int armedHit = colon < 0 ? 1 : Integer.parseInt(armed.substring(colon + 1));
        if (armedName.equals(name) && ++hits == armedHit) {
            Runtime.getRuntime().halt(HALT_STATUS);
        }
    }
}
