package io.keelson.command.rollout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.command.AdvanceRollout;
import io.keelson.api.rollout.command.RecordMemberBegan;
import io.keelson.api.rollout.command.RecordMemberOutcome;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.upgrade.rollout.Agenda;
import io.keelson.upgrade.rollout.MemberProgress;
import io.keelson.upgrade.rollout.RolloutMoves;
import io.keelson.upgrade.rollout.RolloutProgress;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;

/** A rollout as it goes on by itself. What is late or repeated is ignored, never refused: its senders run again after a crash. */
final class RolloutCourse {
    private final RolloutProgress progress;

    RolloutCourse(RolloutProgress progress) {
        this.progress = progress;
    }

    /** Makes the moves that need no answer of a member. */
    void goOn(Clock clock) {
        moves(clock.instant()).make();
    }

    /** The same after it was held. */
    void goOnAgain(Clock clock) {
        moves(clock.instant()).makeAgain();
    }

    @CommandHandler
    RolloutAgenda decide(AdvanceRollout command, Clock clock) {
        Instant now = clock.instant();
        moves(now).make(command.readiness(), command.unwell());
        return Agenda.of(progress, now);
    }

    @CommandHandler
    void decide(RecordMemberBegan command) {
        progress.member(command.instanceId())
                .filter(member -> member.isProposed() && isOf(member, command.operationId()))
                .ifPresent(member -> apply(
                        RolloutMemberStarted.of(progress.started(), command.instanceId(), command.operationId())));
    }

    @CommandHandler
    void decide(RecordMemberOutcome command, Clock clock) {
        progress.member(command.instanceId())
                .filter(member -> isOf(member, command.operationId()))
                .filter(member -> member.outcome() == MemberOutcome.RUNNING || member.isProposed())
                .ifPresent(member -> record(command, member, clock));
    }

    private void record(RecordMemberOutcome command, MemberProgress member, Clock clock) {
        boolean over = progress.state().isOver();
        if (command.outcome() == MemberOutcome.PENDING && !over) {
            moves(clock.instant()).putOff(member, command.reason());
        } else {
            MemberOutcome outcome =
                    command.outcome() == MemberOutcome.PENDING ? MemberOutcome.SKIPPED : command.outcome();
            apply(new RolloutMemberEnded(command.rolloutId(), command.instanceId(), outcome, command.reason()));
        }
        if (progress.state() == RolloutState.RUNNING) {
            goOn(clock);
        }
    }

    private static boolean isOf(MemberProgress member, OperationId operationId) {
        return operationId.equals(member.operationId());
    }

    private RolloutMoves moves(Instant now) {
        return new RolloutMoves(progress, now, event -> apply(event));
    }
}
