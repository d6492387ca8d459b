package io.keelson.api.health;

import io.keelson.api.instance.InstanceId;
import java.time.Duration;

/**
 * How long an instance answered within a period.
 *
 * @param up how long it was healthy or degraded
 * @param known how long it was meant to run, so that its health was known
 */
public record UptimeView(InstanceId instanceId, Duration up, Duration known) {}
