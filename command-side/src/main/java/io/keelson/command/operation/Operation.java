package io.keelson.command.operation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.api.operation.command.BeginRollback;
import io.keelson.api.operation.command.CancelOperation;
import io.keelson.api.operation.command.FinishOperation;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.api.operation.command.RecordStepSkipped;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.api.operation.command.RetryOperation;
import io.keelson.api.operation.command.StartOperation;
import io.keelson.api.operation.command.StartStep;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The log of one long-running change to one instance. What is late or repeated is ignored, never refused: its senders
 * run again after a crash and could do nothing about a refusal.
 */
@Aggregate(type = "operation")
class Operation {
    @AggregateIdentifier
    private OperationId operationId;

    private OperationStarted started;
    private OperationState state;
    private boolean cancelled;
    private @Nullable StepAttempt running;
    private @Nullable StepError cause;
    private final Map<StepName, Integer> latestAttempts = new EnumMap<>(StepName.class);
    private final Map<StepName, StepAttempt> failed = new LinkedHashMap<>();

    Operation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    OperationId decide(StartOperation command, Claims claims) {
        if (command.plan().isEmpty()) {
            throw RejectedException.invalid("plan", "%s has no steps.".formatted(command.operationId()));
        }
        String id = command.operationId().toString();
        if (claims.claim(new ClaimKey(ClaimKind.OPERATION, id), id)) {
            PlannedStep first = command.plan().getFirst();
            apply(new OperationStarted(
                    command.operationId(),
                    command.kind(),
                    command.blueprint(),
                    command.plan(),
                    command.target(),
                    command.parameters()));
            apply(new StepStarted(
                    command.operationId(), new StepAttempt(first.name(), first.action(), 1), Duration.ZERO));
        }
        return command.operationId();
    }

    @CommandHandler
    void decide(StartStep command) {
        if (!state.terminal() && isNew(command.attempt()) && fitsDirection(command.attempt())) {
            apply(new StepStarted(operationId, command.attempt(), command.delay()));
        }
    }

    @CommandHandler
    void decide(RecordStepSucceeded command) {
        if (!isRunning(command.attempt())) {
            return;
        }
        if (state == OperationState.ROLLING_BACK) {
            apply(new StepCompensated(operationId, command.attempt(), command.message()));
        } else {
            apply(new StepSucceeded(operationId, command.attempt(), command.message(), command.outputs()));
        }
    }

    @CommandHandler
    void decide(RecordStepSkipped command) {
        if (isRunning(command.attempt())) {
            apply(new StepSkipped(operationId, command.attempt(), command.reason()));
        }
    }

    @CommandHandler
    void decide(RecordStepFailed command) {
        if (isRunning(command.attempt())) {
            apply(new StepFailed(operationId, command.attempt(), command.error()));
        }
    }

    @CommandHandler
    void decide(BeginRollback command) {
        if (state == OperationState.RUNNING) {
            apply(new RollbackStarted(operationId, command.cause()));
        }
    }

    @CommandHandler
    void decide(CancelOperation command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (state != OperationState.RUNNING || !started.kind().cancellable()) {
            throw new RejectedException(
                    ErrorCode.WRONG_STATE,
                    "operationId",
                    "%s (%s) is %s; only an operation that runs, and no termination, can be called off."
                            .formatted(operationId, started.kind(), state));
        }
        if (!cancelled) {
            apply(new OperationCancellationRequested(operationId));
        }
    }

    /** What has failed for good in a rollback is the only thing that a failed operation can still do. */
    @CommandHandler
    void decide(RetryOperation command) {
        if (state != OperationState.FAILED || cause == null || failed.isEmpty()) {
            return;
        }
        List<PlannedStep> remaining = failed.values().stream()
                .map(attempt -> new PlannedStep(attempt.step(), attempt.action(), StepUndo.NO_RETURN))
                .toList();
        PlannedStep first = remaining.getFirst();
        apply(new OperationRetried(
                operationId,
                started.blueprint(),
                started.target(),
                started.parameters(),
                remaining,
                latestAttempts,
                cause));
        int number = latestAttempts.getOrDefault(first.name(), 0) + 1;
        apply(new StepStarted(operationId, new StepAttempt(first.name(), first.action(), number), Duration.ZERO));
    }

    @CommandHandler
    void decide(FinishOperation command) {
        if (!state.terminal()) {
            apply(new OperationFinished(operationId, command.outcome(), command.message()));
        }
    }

    @EventSourcingHandler
    void evolve(OperationStarted event) {
        operationId = event.operationId();
        started = event;
        state = OperationState.RUNNING;
    }

    @EventSourcingHandler
    void evolve(OperationCancellationRequested event) {
        cancelled = true;
    }

    @EventSourcingHandler
    void evolve(StepStarted event) {
        running = event.attempt();
        failed.remove(event.attempt().step());
        latestAttempts.put(event.attempt().step(), event.attempt().number());
    }

    @EventSourcingHandler
    void evolve(StepSucceeded event) {
        running = null;
    }

    @EventSourcingHandler
    void evolve(StepSkipped event) {
        running = null;
    }

    @EventSourcingHandler
    void evolve(StepFailed event) {
        running = null;
        failed.put(event.attempt().step(), event.attempt());
    }

    @EventSourcingHandler
    void evolve(StepCompensated event) {
        running = null;
    }

    @EventSourcingHandler
    void evolve(RollbackStarted event) {
        state = OperationState.ROLLING_BACK;
        cause = event.cause();
        running = null;
        failed.clear();
    }

    @EventSourcingHandler
    void evolve(OperationRetried event) {
        state = OperationState.ROLLING_BACK;
    }

    @EventSourcingHandler
    void evolve(OperationFinished event) {
        state = event.outcome();
        running = null;
    }

    private boolean isRunning(StepAttempt attempt) {
        return attempt.equals(running);
    }

    private boolean isNew(StepAttempt attempt) {
        return attempt.number() > latestAttempts.getOrDefault(attempt.step(), 0);
    }

    private boolean fitsDirection(StepAttempt attempt) {
        return state != OperationState.ROLLING_BACK || attempt.action() != StepAction.APPLY;
    }
}
