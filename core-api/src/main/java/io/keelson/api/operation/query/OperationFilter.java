package io.keelson.api.operation.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold; null ones match everything. */
public record OperationFilter(
        @Nullable InstanceId instanceId,
        @Nullable OperationKind kind,
        @Nullable OperationState state) {}
