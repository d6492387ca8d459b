package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepError;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The instance was not removed; a new termination may be asked for.
 *
 * @param untouched true when nothing was removed; null, also in events that were stored before there was this, otherwise
 */
@LogicalName("instance.termination-failed")
@Revision("1")
public record InstanceTerminationFailed(
        InstanceId instanceId,
        OperationId operationId,
        StepError error,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean untouched)
        implements InstanceEvent {
    /** Something could not be removed. */
    public InstanceTerminationFailed(InstanceId instanceId, OperationId operationId, StepError error) {
        this(instanceId, operationId, error, null);
    }

    /** Whether the instance is as it was before; otherwise something of it may be left. */
    public boolean nothingRemoved() {
        return Boolean.TRUE.equals(untouched);
    }
}
