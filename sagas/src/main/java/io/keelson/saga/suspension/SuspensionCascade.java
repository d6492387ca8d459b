package io.keelson.saga.suspension;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.command.LiftSuspension;
import io.keelson.api.suspension.command.ListInstances;
import io.keelson.api.suspension.command.PlaceHold;
import io.keelson.api.suspension.command.ReleaseHold;
import io.keelson.api.suspension.command.ReleaseInstances;
import io.keelson.api.suspension.command.StartSuspension;
import io.keelson.api.suspension.event.InstancesListed;
import io.keelson.api.suspension.event.InstancesReleased;
import io.keelson.api.suspension.event.SuspensionLifted;
import io.keelson.api.suspension.event.SuspensionStarted;
import io.keelson.api.tenant.event.TenantResumed;
import io.keelson.api.tenant.event.TenantSuspended;
import io.keelson.saga.step.StepCommands;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Carries the suspension of an owner to what it owns: a few instances at a time are listed, and each gets a hold of its
 * own; when the suspension is lifted, the holds are let go the same way. It keeps no state, and every command of it may
 * be repeated, so an event that is delivered again does no harm.
 */
@ProcessingGroup(SuspensionCascade.GROUP)
public final class SuspensionCascade {
    /** Name of the processing group; it must pass errors on, so that an event is handled until it is done. */
    public static final String GROUP = "suspension-cascade";

    @EventHandler
    void react(PartnerSuspended event, CommandGateway gateway) {
        if (event.suspensionId() != null) {
            send(new StartSuspension(event.suspensionId(), OwnerId.of(event.partnerId())), gateway);
        }
    }

    @EventHandler
    void react(TenantSuspended event, CommandGateway gateway) {
        send(new StartSuspension(event.suspensionId(), OwnerId.of(event.tenantId())), gateway);
    }

    @EventHandler
    void react(SuspensionStarted event, CommandGateway gateway) {
        send(new ListInstances(event.suspensionId(), null), gateway);
    }

    @EventHandler
    void react(InstancesListed event, CommandGateway gateway) {
        for (InstanceId instanceId : event.instances()) {
            HoldId holdId = HoldId.of(event.suspensionId(), instanceId);
            send(new PlaceHold(holdId, event.suspensionId(), instanceId), gateway);
        }
        if (!event.last()) {
            send(new ListInstances(event.suspensionId(), event.instances().getLast()), gateway);
        }
    }

    @EventHandler
    void react(PartnerResumed event, CommandGateway gateway) {
        if (event.suspensionId() != null) {
            send(new LiftSuspension(event.suspensionId()), gateway);
        }
    }

    @EventHandler
    void react(TenantResumed event, CommandGateway gateway) {
        send(new LiftSuspension(event.suspensionId()), gateway);
    }

    @EventHandler
    void react(SuspensionLifted event, CommandGateway gateway) {
        send(new ReleaseInstances(event.suspensionId(), 0), gateway);
    }

    @EventHandler
    void react(InstancesReleased event, CommandGateway gateway) {
        for (InstanceId instanceId : event.instances()) {
            send(new ReleaseHold(HoldId.of(event.suspensionId(), instanceId)), gateway);
        }
        if (!event.last()) {
            send(new ReleaseInstances(event.suspensionId(), event.released()), gateway);
        }
    }

    private static void send(Object command, CommandGateway gateway) {
        new StepCommands(gateway).send(command);
    }
}
