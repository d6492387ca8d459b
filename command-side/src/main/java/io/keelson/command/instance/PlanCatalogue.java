package io.keelson.command.instance;

import io.keelson.api.instance.Resources;
import java.util.Map;

/** The named presets of what an instance may use; the platform owner may change them. */
@FunctionalInterface
public interface PlanCatalogue {
    /** {@code basic}, {@code standard} and {@code premium}, for where nobody has said otherwise. */
    PlanCatalogue DEFAULT = () -> Map.of(
            "basic", new Resources(500, 256, 512),
            "standard", new Resources(1_000, 512, 1_024),
            "premium", new Resources(2_000, 2_048, 10_240));

    /** The presets by name, in lower case. */
    Map<String, Resources> plans();
}
