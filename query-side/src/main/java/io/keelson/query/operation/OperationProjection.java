package io.keelson.query.operation;

import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationEvent;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("fleet-projection")
class OperationProjection {
    private final Rows<OperationEntity> rows;

    OperationProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>("operation", OperationEntity.class, entities, changes);
    }

    @EventHandler
    void on(OperationEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case OperationStarted started -> rows.insert(message, stamp -> new OperationEntity(started, stamp));
            case StepStarted started -> rows.update(message, (row, stamp) -> row.stepStarted(started, stamp.at()));
            case StepSucceeded done ->
                rows.update(message, (row, stamp) -> row.stepSucceeded(done.attempt(), done.message(), stamp.at()));
            case StepSkipped skipped ->
                rows.update(message, (row, stamp) -> row.stepSkipped(skipped.attempt(), skipped.reason(), stamp.at()));
            case StepFailed failed ->
                rows.update(message, (row, stamp) -> row.stepFailed(failed.attempt(), failed.error(), stamp.at()));
            case RollbackStarted rollback ->
                rows.update(message, (row, stamp) -> row.rollbackStarted(rollback.cause(), stamp.at()));
            case StepCompensated undone ->
                rows.update(
                        message, (row, stamp) -> row.stepCompensated(undone.attempt(), undone.message(), stamp.at()));
            case OperationCancellationRequested _ -> rows.update(message, (row, _) -> row.cancellationRequested());
            case OperationRetried _ -> rows.update(message, (row, _) -> row.retried());
            case OperationFinished finished -> rows.update(message, (row, stamp) -> row.finished(finished, stamp.at()));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
