package io.keelson.api.instance.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The health of an instance is another one for long enough to count, or Keelson no longer tries to heal it.
 *
 * @param reason what was found, in one sentence
 * @param leftAlone whether Keelson has given up starting it again until somebody restarts it
 * @param lastWords the last lines of a workload that has died, without secrets, or null
 */
@LogicalName("instance.health-changed")
@Revision("1")
public record InstanceHealthChanged(
        InstanceId instanceId,
        OperationId operationId,
        InstanceHealth before,
        InstanceHealth health,
        String reason,
        boolean leftAlone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lastWords)
        implements InstanceEvent {}
