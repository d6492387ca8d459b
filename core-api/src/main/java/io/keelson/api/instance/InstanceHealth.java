package io.keelson.api.instance;

/** Result of the last health check of an instance. */
public enum InstanceHealth {
    UNKNOWN,
    HEALTHY,
    DEGRADED,
    UNHEALTHY
}
