package io.keelson.api.operation.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A failed operation goes on taking back what it could not take back before; {@link StepStarted} of the first step follows.
 *
 * @param blueprint as in {@link OperationStarted}
 * @param target as in {@link OperationStarted}
 * @param parameters as in {@link OperationStarted}
 * @param remaining the steps that failed, in the order in which they are done
 * @param tries highest number of a try so far, by step
 * @param cause why the operation was taken back at first
 */
@LogicalName("operation.retried")
@Revision("1")
public record OperationRetried(
        OperationId operationId,
        InstanceBlueprint blueprint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InstanceBlueprint target,
        Map<String, String> parameters,
        List<PlannedStep> remaining,
        Map<StepName, Integer> tries,
        StepError cause)
        implements OperationEvent {
    public OperationRetried {
        parameters = Map.copyOf(parameters);
        remaining = List.copyOf(remaining);
        tries = Map.copyOf(tries);
    }
}
