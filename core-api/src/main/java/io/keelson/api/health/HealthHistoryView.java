package io.keelson.api.health;

import io.keelson.api.instance.InstanceId;

/** The latest changes of the health of one of several instances. */
public record HealthHistoryView(InstanceId instanceId, HealthChangePage page) {}
