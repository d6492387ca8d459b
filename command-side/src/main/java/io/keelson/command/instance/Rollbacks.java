package io.keelson.command.instance;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.RollBackInstance;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceUpgraded;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.version.ProcessArtifact;
import io.keelson.api.version.SemanticVersion;
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance whose last upgrade is taken back. */
final class Rollbacks {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);

    private final InstanceState state;
    private final OperationRequests requests;

    Rollbacks(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    /** What the instance may use stays: the machine may have less to give than it had then. */
    @CommandHandler
    OperationId decide(
            RollBackInstance command,
            Claims claims,
            UpgradeDecider decider,
            UpgradeWatch watch,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            InstanceUpgraded upgrade = latest();
            requireNothingRequired(decider.requiredAfter(state, upgrade.before().version()));
            requests.begin(
                    command.operationId(),
                    OperationKind.ROLLBACK,
                    upgrade.before().withResources(state.blueprint().resources()),
                    parameters(upgrade, watch));
        }
        return command.operationId();
    }

    private Map<String, String> parameters(InstanceUpgraded upgrade, UpgradeWatch watch) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                OperationParameter.BACKUP_ID, upgrade.backupId().value().toString(),
                OperationParameter.TARGET_VERSION, upgrade.before().version().value(),
                OperationParameter.WATCH_SECONDS, Long.toString(watch.length().toSeconds())));
        if (state.condition().maintenance()) {
            parameters.put(OperationParameter.STAYS_IN_MAINTENANCE, "true");
        }
        InstanceBackedUp backup = state.backups().get(upgrade.backupId());
        ProcessArtifact running = state.blueprint().artifacts().process();
        if (backup != null) {
            parameters.put(OperationParameter.BACKUP_CHECKSUM, backup.facts().checksum());
        } else if (running == null || running.reverse() == null) {
            throw impossible(
                    "The backup of the upgrade of %s has expired; there is no way back.".formatted(state.instanceId()));
        }
        return parameters;
    }

    private InstanceUpgraded latest() {
        InstanceUpgraded upgrade = state.upgrades().latest();
        if (upgrade == null) {
            throw impossible("%s has no upgrade that could be taken back.".formatted(state.instanceId()));
        }
        return upgrade;
    }

    private void requireNothingRequired(List<SemanticVersion> required) {
        if (!required.isEmpty()) {
            throw impossible("%s cannot go back behind %s, which is required."
                    .formatted(state.instanceId(), required.getFirst()));
        }
    }

    private static RejectedException impossible(String message) {
        return new RejectedException(ErrorCode.ROLLBACK_NOT_POSSIBLE, "instanceId", message);
    }
}
