package io.keelson.api.health;

import io.keelson.api.instance.InstanceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Keelson knows of the upkeep of an instance.
 *
 * @param report the last look at it, or null before the first
 * @param drift what differs, as last seen
 * @param leftAlone whether Keelson has given up starting it again
 */
public record UpkeepView(
        InstanceId instanceId, @Nullable HealthReportView report, List<DriftView> drift, boolean leftAlone) {}
