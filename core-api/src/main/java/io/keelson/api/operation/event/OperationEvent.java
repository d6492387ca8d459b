package io.keelson.api.operation.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.operation.OperationId;

/** Index of what can happen to an operation. */
public sealed interface OperationEvent extends DomainEvent
        permits OperationStarted,
                StepStarted,
                StepSucceeded,
                StepSkipped,
                StepFailed,
                RollbackStarted,
                StepCompensated,
                OperationCancellationRequested,
                OperationRetried,
                OperationFinished {
    OperationId operationId();
}
