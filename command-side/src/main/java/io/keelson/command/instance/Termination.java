package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.CompleteTermination;
import io.keelson.api.instance.command.ConfirmTermination;
import io.keelson.api.instance.command.FailTermination;
import io.keelson.api.instance.command.TerminateInstance;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.instance.event.TerminationConfirmed;
import io.keelson.api.operation.OperationId;
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance that is removed, if it may be. */
final class Termination {
    /** In these, asking for a termination answers with the one that was asked for before. */
    private static final Set<InstanceStatus> OVER = EnumSet.of(InstanceStatus.TERMINATING, InstanceStatus.TERMINATED);

    private final InstanceState state;

    Termination(InstanceState state) {
        this.state = state;
    }

    @CommandHandler
    void decide(
            ConfirmTermination command,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        Reason.require(reason);
        state.requireStatus(EnumSet.complementOf(EnumSet.copyOf(OVER)));
        if (!state.condition().secondPerson()) {
            throw state.wrongState(
                    "%s demands no second person; there is nothing to confirm.".formatted(state.instanceId()));
        }
        if (!state.isConfirmedBy(orNobody(actorId))) {
            apply(new TerminationConfirmed(state.instanceId(), state.latestOperation(), orNobody(actorId)));
        }
    }

    @CommandHandler
    OperationId decide(
            TerminateInstance command,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason,
            @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actorId) {
        Reason.require(reason);
        if (!OVER.contains(state.status())) {
            state.requireIdle();
            state.requireUnprotected();
            state.requireConfirmedByAnother(orNobody(actorId));
            BackupId lastBackup = state.status() == InstanceStatus.FAILED ? null : command.lastBackup();
            apply(new InstanceTerminationRequested(
                    state.instanceId(), command.operationId(), state.blueprint(), lastBackup, state.alsoIn()));
        }
        return state.latestOperation();
    }

    @CommandHandler
    void decide(CompleteTermination command, Claims claims) {
        if (!state.isRunning(command.operationId(), InstanceStatus.TERMINATING)) {
            return;
        }
        claims.release(
                Instance.claimOf(state.blueprint().name()), state.instanceId().toString());
        BackupId lastBackup = state.lastBackup();
        if (lastBackup != null) {
            apply(OperationOutcome.backedUp(
                    state.instanceId(), command.operationId(), lastBackup, state.blueprint(), command.outputs(), null));
        }
        apply(new InstanceTerminated(state.instanceId(), command.operationId()));
    }

    @CommandHandler
    void decide(FailTermination command) {
        if (state.isRunning(command.operationId(), InstanceStatus.TERMINATING)) {
            apply(new InstanceTerminationFailed(
                    state.instanceId(), command.operationId(), command.error(), command.untouched() ? true : null));
        }
    }

    private static String orNobody(@Nullable String actorId) {
        return actorId == null ? "nobody" : actorId;
    }
}
