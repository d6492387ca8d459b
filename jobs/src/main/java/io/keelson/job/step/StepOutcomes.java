package io.keelson.job.step;

import io.keelson.api.operation.command.OperationCommand;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;

/** Reports outcomes to the operation. */
final class StepOutcomes {
    private final CommandGateway commands;

    StepOutcomes(CommandGateway commands) {
        this.commands = commands;
    }

    /** Returns when the outcome is durable. Twice: the operation ignores the second report. */
    void record(StepJob step, OperationCommand outcome) {
        commands.sendAndWait(outcome, MetaData.from(step.context().toMetadata()));
    }
}
