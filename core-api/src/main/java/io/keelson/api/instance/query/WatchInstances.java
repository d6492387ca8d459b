package io.keelson.api.instance.query;

import io.keelson.api.instance.InstanceId;
import org.jspecify.annotations.Nullable;

/**
 * Subscription query: updates are the {@link InstanceView} of every instance that changes; the initial result is a list
 * with the instance of that id, or empty.
 *
 * @param instanceId the only instance to watch, or null for all
 */
public record WatchInstances(@Nullable InstanceId instanceId) {}
