package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.ActivateInstance;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningFailed;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A deployed, isolated environment: what it is, where it stands, and the one operation that may change it. */
@Aggregate(type = "instance")
class Instance {
    /** In these, asking for a termination answers with the one that was asked for before. */
    private static final Set<InstanceStatus> OVER = EnumSet.of(InstanceStatus.TERMINATING, InstanceStatus.TERMINATED);

    @AggregateIdentifier
    private InstanceId instanceId;

    private InstanceState state;

    // Read by nobody here: Axon hands these parts the commands and events that they have handlers for.
    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private LivingInstance living;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Suspension suspension;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Backups backups;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Adjustments adjustments;

    Instance() {}

    /** Answers a repeated request like the first one. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    InstanceId decide(ProvisionInstance command, Claims claims, Directory directory, EnabledDrivers drivers) {
        if (claims.claim(claimOf(command.name()), command.instanceId().toString())) {
            InstanceBlueprint admitted = new Admission(directory, drivers).admit(command);
            apply(new InstanceProvisioningRequested(
                    command.instanceId(), command.operationId(), command.updatePolicy(), admitted));
        }
        return command.instanceId();
    }

    @CommandHandler
    void decide(ActivateInstance command) {
        if (state.isRunning(command.operationId(), InstanceStatus.PROVISIONING)) {
            apply(new InstanceActivated(instanceId, command.operationId(), command.url()));
        }
    }

    @CommandHandler
    void decide(FailProvisioning command, Claims claims) {
        if (state.isRunning(command.operationId(), InstanceStatus.PROVISIONING)) {
            releaseName(claims);
            apply(new InstanceProvisioningFailed(instanceId, command.operationId(), command.error()));
        }
    }

    @CommandHandler
    OperationId decide(TerminateInstance command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (!OVER.contains(state.status())) {
            state.requireIdle();
            state.requireUnprotected();
            apply(new InstanceTerminationRequested(instanceId, command.operationId(), state.blueprint()));
        }
        return state.latestOperation();
    }

    @CommandHandler
    void decide(CompleteTermination command, Claims claims) {
        if (state.isRunning(command.operationId(), InstanceStatus.TERMINATING)) {
            releaseName(claims);
            apply(new InstanceTerminated(instanceId, command.operationId()));
        }
    }

    @CommandHandler
    void decide(FailTermination command) {
        if (state.isRunning(command.operationId(), InstanceStatus.TERMINATING)) {
            apply(new InstanceTerminationFailed(instanceId, command.operationId(), command.error()));
        }
    }

    @EventSourcingHandler
    void evolve(InstanceProvisioningRequested event) {
        instanceId = event.instanceId();
        state = new InstanceState(event);
        living = new LivingInstance(state);
        suspension = new Suspension(state);
        backups = new Backups(state);
        adjustments = new Adjustments(state);
    }

    private void releaseName(Claims claims) {
        claims.release(claimOf(state.blueprint().name()), instanceId.toString());
    }

    private static ClaimKey claimOf(InstanceName name) {
        return new ClaimKey(ClaimKind.INSTANCE_NAME, name.value());
    }
}
