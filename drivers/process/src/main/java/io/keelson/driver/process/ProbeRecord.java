package io.keelson.driver.process;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How the last twenty probes of each instance ended. */
final class ProbeRecord {
    private static final int KEPT = 20;

    private final Map<UUID, Outcomes> outcomes = new ConcurrentHashMap<>();

    /** The newest outcome is the lowest bit; 1 is an error. */
    private record Outcomes(int errors, int count) {
        Outcomes plus(boolean error) {
            int kept = (errors << 1 | (error ? 1 : 0)) & ((1 << KEPT) - 1);
            return new Outcomes(kept, Math.min(KEPT, count + 1));
        }
    }

    /** Notes an outcome; the share of errors among the last ones, 0 to 1. */
    double note(UUID instanceId, boolean error) {
        Outcomes now = outcomes.merge(instanceId, new Outcomes(error ? 1 : 0, 1), (before, _) -> before.plus(error));
        return (double) Integer.bitCount(now.errors()) / now.count();
    }

    void forget(UUID instanceId) {
        outcomes.remove(instanceId);
    }
}
