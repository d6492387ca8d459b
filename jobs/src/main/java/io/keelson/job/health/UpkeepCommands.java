package io.keelson.job.health;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.DriftFinding;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.HealInstance;
import io.keelson.api.instance.command.InstanceCommand;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RecordInstanceDrift;
import io.keelson.api.instance.command.RecordInstanceHealth;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepName;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells instances what was found, and asks for operations in Keelson's own name. */
final class UpkeepCommands {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepCommands.class);
    private static final int PATIENCE_SECONDS = 30;

    private final CommandGateway gateway;

    UpkeepCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    void health(InstanceId id, InstanceHealth health, String reason, boolean leftAlone, @Nullable String lastWords) {
        send(new RecordInstanceHealth(id, health, reason, leftAlone, lastWords), reason);
    }

    void drift(InstanceId id, List<DriftFinding> findings) {
        send(new RecordInstanceDrift(id, findings), "What exists was compared with what should.");
    }

    /** Whether the instance lets itself be healed now. */
    boolean heal(InstanceId id, int attempt) {
        return accepted(
                new HealInstance(id, new OperationId(UUID.randomUUID()), attempt), "The workload no longer runs.");
    }

    /** Whether the instance lets itself be repaired now. */
    boolean reconcile(InstanceId id, Collection<StepName> steps, String cause) {
        return accepted(
                new ReconcileInstance(id, new OperationId(UUID.randomUUID()), List.copyOf(steps), cause), cause);
    }

    private boolean accepted(InstanceCommand command, String reason) {
        try {
            send(command, reason);
            return true;
        } catch (RejectedException | CommandExecutionException refused) {
            LOG.debug("{} is refused for now.", command, refused);
            return false;
        }
    }

    private void send(InstanceCommand command, String reason) {
        RequestContext context =
                RequestContext.system(UUID.randomUUID().toString()).withReason(reason);
        gateway.sendAndWait(
                new GenericCommandMessage<>(command).withMetaData(context.toMetadata()),
                PATIENCE_SECONDS,
                TimeUnit.SECONDS);
    }
}
