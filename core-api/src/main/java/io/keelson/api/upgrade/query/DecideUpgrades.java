package io.keelson.api.upgrade.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.version.SemanticVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what would become of upgrades at a moment; answers a list of {@link DecidedUpgrade} in no order, unknown instances left
 * out. Nothing is changed.
 *
 * @param version the version that is asked about, or null for the best one of each
 */
public record DecideUpgrades(
        List<InstanceId> instances, @Nullable SemanticVersion version, Instant at) {}
