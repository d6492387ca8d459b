package io.keelson.command.instance;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeProposal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Begins the operation of an upgrade for which every rule has passed. */
public final class UpgradeStart {
    private final UpgradeDecider decider;
    private final BackupRetention retention;
    private final UpgradeWatch watch;

    public UpgradeStart(UpgradeDecider decider, BackupRetention retention, UpgradeWatch watch) {
        this.decider = decider;
        this.retention = retention;
        this.watch = watch;
    }

    void begin(InstanceState state, UpgradeProposal proposal) {
        UUID backup = UUID.nameUUIDFromBytes(
                "upgrade-backup:%s".formatted(proposal.operationId()).getBytes(StandardCharsets.UTF_8));
        Map<String, String> parameters = new TreeMap<>(Map.of(
                OperationParameter.BACKUP_ID, backup.toString(),
                OperationParameter.KEEP_BACKUPS, Integer.toString(retention.keep()),
                OperationParameter.WATCH_SECONDS, Long.toString(watch.length().toSeconds())));
        if (state.condition().maintenance()) {
            parameters.put(OperationParameter.STAYS_IN_MAINTENANCE, "true");
        }
        new OperationRequests(state)
                .begin(
                        proposal.operationId(),
                        OperationKind.UPGRADE,
                        decider.target(state, proposal.target()),
                        parameters);
    }

    /** Refuses with UPGRADE_NOT_ELIGIBLE what some rule blocks, or what needs another version first. */
    static void requireEligible(InstanceState state, UpgradeDecision decision) {
        if (!decision.eligible() || decision.path().size() > 1) {
            throw new RejectedException(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version", refusal(state, decision));
        }
    }

    /** Why the instance is not upgraded. */
    static String refusal(InstanceState state, UpgradeDecision decision) {
        return decision.eligible()
                ? "%s must take %s before %s; upgrade it to that first."
                        .formatted(state.instanceId(), decision.path().getFirst(), decision.target())
                : "%s is not upgraded: %s".formatted(state.instanceId(), decision.obstacle());
    }
}
