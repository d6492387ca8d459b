package io.keelson.upgrade.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a member has come. */
public final class MemberProgress {
    private final RolloutMember member;
    private final int number;
    private MemberOutcome outcome = MemberOutcome.PENDING;
    private @Nullable OperationId operationId;
    private String reason = "";
    private @Nullable Instant until;
    private boolean deferred;
    private boolean proposed;
    private boolean forgiven;
    private int attempt;

    MemberProgress(RolloutMember member, int number) {
        this.member = member;
        this.number = number;
    }

    void started(OperationId operation) {
        outcome = MemberOutcome.RUNNING;
        operationId = operation;
        reason = "";
    }

    /** Nobody need ask it: its approval begins it. */
    void proposed(OperationId operation) {
        operationId = operation;
        proposed = true;
        deferred = true;
        until = null;
    }

    void deferred(@Nullable Instant newUntil, String newReason) {
        outcome = MemberOutcome.PENDING;
        deferred = true;
        until = newUntil;
        reason = newReason;
    }

    void ended(MemberOutcome newOutcome, String newReason) {
        outcome = newOutcome;
        reason = newReason;
    }

    void forgive() {
        forgiven = outcome == MemberOutcome.FAILED;
    }

    /** Another turn, as if it had had none. */
    void again() {
        outcome = MemberOutcome.PENDING;
        attempt++;
        proposed = false;
        deferred = false;
        forgiven = false;
        until = null;
        reason = "";
    }

    public InstanceId instanceId() {
        return member.instanceId();
    }

    RolloutMember member() {
        return member;
    }

    /** Its place in the order of turns. */
    int number() {
        return number;
    }

    public MemberOutcome outcome() {
        return outcome;
    }

    /** Its upgrade, or the proposal of it, or null before its turn. */
    public @Nullable OperationId operationId() {
        return operationId;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Instant until() {
        return until;
    }

    public boolean isProposed() {
        return proposed && outcome == MemberOutcome.PENDING;
    }

    /** How often it has failed before. */
    int attempt() {
        return attempt;
    }

    /** Whether its failure counts. */
    boolean counts() {
        return outcome == MemberOutcome.FAILED && !forgiven;
    }

    /** Whether it is worth asking it. */
    boolean isDue(Instant now) {
        return !deferred || (until != null && !until.isAfter(now));
    }
}
