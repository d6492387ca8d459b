package io.keelson.upgrade;

import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a release needs of other components.
 *
 * @param chosen a version for each of them that fits all ranges, the newest that do; empty when nothing is needed or fits
 * @param problem why nothing fits, or null when it does
 */
record Resolution(
        Map<ComponentName, SemanticVersion> chosen,
        @Nullable String problem) {
    static final Resolution NOTHING_NEEDED = new Resolution(Map.of(), null);

    Resolution {
        chosen = Map.copyOf(chosen);
    }
}
