package io.keelson.graphql.upgrade;

import io.keelson.api.upgrade.ExclusionScope;
import io.keelson.api.upgrade.UpgradeExclusion;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When upgrades may not start, as a caller describes it. */
record UpgradeExclusionInput(
        String name, Instant from, Instant until, @Nullable ExclusionScope scope) {
    UpgradeExclusion toExclusion() {
        return new UpgradeExclusion(name, from, until, Objects.requireNonNullElse(scope, ExclusionScope.ALL));
    }
}
