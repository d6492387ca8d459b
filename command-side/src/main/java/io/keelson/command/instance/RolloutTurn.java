package io.keelson.command.instance;

import io.keelson.api.instance.command.StartRolloutUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.version.SemanticVersion;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;

/** The part of an instance that has its turn in a rollout. */
final class RolloutTurn {
    private final InstanceState state;

    RolloutTurn(InstanceState state) {
        this.state = state;
    }

    @CommandHandler
    UpgradeAnswer decide(StartRolloutUpgrade command, Claims claims, UpgradeDecider decider, UpgradeStart start) {
        if (!new OperationRequests(state).isNew(command.operationId(), claims)) {
            return new UpgradeAnswer(command.operationId(), true);
        }
        UpgradeDecision decision = decider.decide(
                state, command.version(), command.overrides(), isApproved(command.version()), command.rolloutId());
        UpgradeStart.requireEligible(state, decision);
        boolean starts = decision.outcome() == UpgradeOutcome.STARTS;
        if (starts) {
            start.begin(
                    state,
                    new UpgradeProposal(
                            command.operationId(),
                            command.version(),
                            Objects.requireNonNull(decision.change()),
                            command.overrides(),
                            command.startedBy(),
                            null));
        } else {
            // It may have another turn with the same operation.
            claims.release(
                    new ClaimKey(
                            ClaimKind.REQUESTED_OPERATION, command.operationId().toString()),
                    state.instanceId().toString());
        }
        return new UpgradeAnswer(command.operationId(), starts);
    }

    /** Whether its customer has agreed to this version already, whoever has proposed it. */
    private boolean isApproved(SemanticVersion version) {
        UpgradeProposal waiting = state.upgrades().proposal();
        return waiting != null && waiting.target().equals(version) && waiting.approvedBy() != null;
    }
}
