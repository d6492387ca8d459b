package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.ActivateInstance;
import io.keelson.api.instance.command.FailProvisioning;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningFailed;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A deployed, isolated environment: what it is, where it stands, and the one operation that may change it. */
@Aggregate(type = "instance")
class Instance {
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

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Relocation relocation;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Termination termination;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Upkeep upkeep;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private UpgradeWishes upgradeWishes;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Upgrades upgrades;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private Rollbacks rollbacks;

    @SuppressWarnings("UnusedVariable")
    @AggregateMember
    private RolloutTurn rolloutTurn;

    Instance() {}

    /** Answers a repeated request like the first one. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    InstanceId decide(ProvisionInstance command, Claims claims, Directory directory, EnabledDrivers drivers) {
        if (claims.claim(claimOf(command.name()), command.instanceId().toString())) {
            InstanceBlueprint admitted = new Admission(directory, drivers).admit(command);
            StartingBackup backup = StartingBackup.of(command, directory);
            apply(new InstanceProvisioningRequested(
                    command.instanceId(),
                    command.operationId(),
                    command.updatePolicy(),
                    admitted,
                    backup.parameters()));
            backup.recordTransfer(command);
            if (!command.tags().isEmpty()) {
                apply(new InstanceTagged(command.instanceId(), command.operationId(), command.tags()));
            }
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
            claims.release(claimOf(state.blueprint().name()), instanceId.toString());
            apply(new InstanceProvisioningFailed(instanceId, command.operationId(), command.error()));
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
        relocation = new Relocation(state);
        termination = new Termination(state);
        upkeep = new Upkeep(state);
        upgradeWishes = new UpgradeWishes(state);
        upgrades = new Upgrades(state);
        rollbacks = new Rollbacks(state);
        rolloutTurn = new RolloutTurn(state);
    }

    static ClaimKey claimOf(InstanceName name) {
        return new ClaimKey(ClaimKind.INSTANCE_NAME, name.value());
    }
}
