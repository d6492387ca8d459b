package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What exists of the instance was brought back to what it should be.
 *
 * @param url where it serves, or null when that was not touched
 */
@LogicalName("instance.reconciled")
@Revision("1")
public record InstanceReconciled(
        InstanceId instanceId,
        OperationId operationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) implements InstanceEvent {}
