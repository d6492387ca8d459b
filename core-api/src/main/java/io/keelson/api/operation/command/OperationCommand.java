package io.keelson.api.operation.command;

/** Index of what can be asked of an operation. */
public sealed interface OperationCommand
        permits StartOperation,
                StartStep,
                RecordStepSucceeded,
                RecordStepSkipped,
                RecordStepFailed,
                BeginRollback,
                CancelOperation,
                RetryOperation,
                FinishOperation {}
