package io.keelson.api.instance.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.version.VersionRange;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** It was decided which versions the instance accepts; null means any. */
@LogicalName("instance.pinned")
@Revision("1")
public record InstancePinned(
        InstanceId instanceId,
        OperationId operationId,
        @Nullable VersionRange pin,
        @Nullable VersionRange line) implements InstanceEvent {}
