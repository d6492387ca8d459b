package io.keelson.query.operation;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepState;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.query.OperationView;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "operation")
class OperationEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID instanceId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private OperationKind kind;

    @Enumerated(EnumType.STRING)
    private OperationState state;

    private int progress;
    private String message;

    @Convert(converter = StepsColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private Steps steps;

    @Convert(converter = ChangesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    @Column(updatable = false)
    private @Nullable Changes changes;

    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected OperationEntity() {}

    OperationEntity(OperationStarted event, Stamp stamp) {
        super(stamp);
        instanceId = event.blueprint().instanceId().value();
        kind = event.kind();
        state = OperationState.RUNNING;
        message = Sentence.started(event);
        steps = Steps.planned(event.plan());
        changes = Changes.of(event);
    }

    void stepStarted(StepStarted event, Instant at) {
        show(steps.started(event.attempt(), rollingBack(), at.plus(event.delay())));
        message = Sentence.stepStarted(event, steps, rollingBack());
    }

    void stepSucceeded(StepAttempt attempt, String outcome, Instant at) {
        show(steps.ended(attempt, StepState.SUCCEEDED, at, outcome));
    }

    void stepCompensated(StepAttempt attempt, String outcome, Instant at) {
        show(steps.ended(attempt, StepState.COMPENSATED, at, outcome));
    }

    void stepSkipped(StepAttempt attempt, String reason, Instant at) {
        // A removal that does not apply leaves nothing behind either.
        boolean takenBack = rollingBack() && attempt.action() != StepAction.APPLY;
        show(steps.ended(attempt, takenBack ? StepState.COMPENSATED : StepState.SKIPPED, at, reason));
    }

    void stepFailed(StepAttempt attempt, StepError error, Instant at) {
        show(steps.failed(attempt, at, error));
        message = Sentence.stepFailed(attempt, error);
    }

    void rollbackStarted(StepError cause, Instant at) {
        state = OperationState.ROLLING_BACK;
        show(steps.givenUp(at));
        message = Sentence.rollback(cause);
    }

    void cancellationRequested() {
        message = Sentence.cancelled();
    }

    void retried() {
        state = OperationState.ROLLING_BACK;
        finishedAt = null;
        message = Sentence.retried();
    }

    void finished(OperationFinished event, Instant at) {
        state = event.outcome();
        message = event.message();
        finishedAt = at;
        steps = steps.givenUp(at);
        if (state == OperationState.SUCCEEDED
                || state == OperationState.ROLLED_BACK
                || state == OperationState.CANCELLED) {
            progress = 100;
        }
    }

    private void show(Steps now) {
        steps = now;
        progress = rollingBack() ? now.shareTakenBack() : now.shareDone();
    }

    private boolean rollingBack() {
        return state == OperationState.ROLLING_BACK;
    }

    OperationView toView() {
        return new OperationView(
                new OperationId(id()),
                new InstanceId(instanceId),
                kind,
                state,
                progress,
                message,
                steps.views(),
                changes == null ? List.of() : changes.list(),
                createdAt(),
                finishedAt,
                createdBy());
    }
}
