package io.keelson.driver;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of an instance at one moment.
 *
 * @param present the parts that exist
 * @param url where it serves, or null when no address is reserved
 * @param facts further facts for a human, for example {@code pid}; never a secret
 */
public record Observation(Set<Part> present, @Nullable String url, Map<String, String> facts) {
    /** The parts an instance can have. */
    public enum Part {
        RESERVATION,
        COMPUTE,
        DATABASE,
        ROLE,
        NETWORK,
        STORAGE,
        WORKLOAD
    }

    public Observation {
        present = Set.copyOf(present);
        facts = Map.copyOf(facts);
    }

    /** Whether nothing of the instance exists. */
    public boolean empty() {
        return present.isEmpty();
    }
}
