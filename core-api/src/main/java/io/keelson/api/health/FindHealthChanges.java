package io.keelson.api.health;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Page;

/** Asks for the changes of an instance's health, latest first; answers a {@link HealthChangePage}. */
public record FindHealthChanges(InstanceId instanceId, Page page) {}
