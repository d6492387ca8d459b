package io.keelson.upgrade.rollout;

import io.keelson.api.rollout.RolloutGate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands with a gate. */
final class GateProgress {
    private final RolloutGate gate;
    private boolean reached;
    private boolean approved;

    GateProgress(RolloutGate gate) {
        this.gate = gate;
    }

    void reach() {
        reached = true;
    }

    void approve() {
        approved = true;
    }

    boolean needsApproval() {
        return gate.approval();
    }

    boolean isApproved() {
        return approved;
    }

    /** Whether somebody must agree who was not asked yet. */
    boolean mustAsk() {
        return gate.approval() && !approved && !reached;
    }

    boolean passes(Instant now) {
        return (!gate.approval() || approved) && !isEarly(now);
    }

    private boolean isEarly(Instant now) {
        return gate.notBefore() != null && now.isBefore(gate.notBefore());
    }

    /** When it passes by time, or null when it does already. */
    @Nullable
    Instant opensAt(Instant now) {
        return isEarly(now) ? gate.notBefore() : null;
    }
}
