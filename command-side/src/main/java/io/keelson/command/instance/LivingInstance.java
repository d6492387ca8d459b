package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.instance.command.CompleteInstanceOperation;
import io.keelson.api.instance.command.FailInstanceOperation;
import io.keelson.api.instance.command.RetryInstanceOperation;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceOperationFailed;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.InstanceOperationRetried;
import io.keelson.api.operation.OperationKind;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The part of an instance that keeps its state and ends the operations between provisioning and termination. */
final class LivingInstance {
    private final InstanceState state;

    LivingInstance(InstanceState state) {
        this.state = state;
    }

    @CommandHandler
    void decide(CompleteInstanceOperation command) {
        InstanceOperationRequested active = state.active(command.operationId());
        if (active != null) {
            if (active.kind() == OperationKind.UPGRADE) {
                apply(OperationOutcome.backupOf(active, command.outputs()));
            }
            apply(OperationOutcome.of(active, command.outputs()));
        }
    }

    @CommandHandler
    void decide(FailInstanceOperation command) {
        if (state.active(command.operationId()) != null) {
            apply(new InstanceOperationFailed(
                    state.instanceId(), command.operationId(), command.error(), command.takenBack()));
        }
    }

    @CommandHandler
    void decide(RetryInstanceOperation command) {
        state.requireIdle();
        if (!state.hasFailedBy(command.operationId())) {
            throw state.wrongState(
                    "%s has not failed by %s, or what that did was taken back; ask for a new operation instead."
                            .formatted(state.instanceId(), command.operationId()));
        }
        apply(new InstanceOperationRetried(state.instanceId(), command.operationId()));
    }

    /** The state belongs to the whole instance; it is kept here because every event passes here. */
    @EventSourcingHandler
    void evolve(InstanceEvent event) {
        state.evolve(event);
    }
}
