package io.keelson.api.operation.event;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.PlannedStep;
import java.util.List;
import org.axonframework.serialization.Revision;

/** An operation runs from now on; {@link StepStarted} of its first step follows. */
@LogicalName("operation.started")
@Revision("1")
public record OperationStarted(
        OperationId operationId, OperationKind kind, InstanceBlueprint blueprint, List<PlannedStep> plan)
        implements OperationEvent {}
