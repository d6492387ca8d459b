package io.keelson.command.suspension;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.command.PlaceHold;
import io.keelson.api.suspension.command.RecordHoldOutcome;
import io.keelson.api.suspension.command.ReleaseHold;
import io.keelson.api.suspension.event.HoldOutcomeRecorded;
import io.keelson.api.suspension.event.HoldPlaced;
import io.keelson.api.suspension.event.HoldReleased;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The hold of a suspension on one instance. What is late or repeated is ignored, never refused: its sender runs again
 * after a crash.
 */
@Aggregate(type = "hold")
class Hold {
    @AggregateIdentifier
    private HoldId holdId;

    private @Nullable HoldOutcome outcome;
    private @Nullable String message;
    private boolean released;

    Hold() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(PlaceHold command, Claims claims) {
        String id = command.holdId().toString();
        if (claims.claim(new ClaimKey(ClaimKind.HOLD, id), id)) {
            apply(new HoldPlaced(command.holdId(), command.suspensionId(), command.instanceId()));
        }
    }

    @CommandHandler
    void decide(RecordHoldOutcome command) {
        if (command.outcome() != outcome || !command.message().equals(message)) {
            apply(new HoldOutcomeRecorded(holdId, command.outcome(), command.message()));
        }
    }

    @CommandHandler
    void decide(ReleaseHold command) {
        if (!released) {
            apply(new HoldReleased(holdId));
        }
    }

    @EventSourcingHandler
    void evolve(HoldPlaced event) {
        holdId = event.holdId();
    }

    @EventSourcingHandler
    void evolve(HoldOutcomeRecorded event) {
        outcome = event.outcome();
        message = event.message();
    }

    @EventSourcingHandler
    void evolve(HoldReleased event) {
        released = true;
    }
}
