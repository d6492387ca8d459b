package io.keelson.query.suspension;

import io.keelson.api.suspension.event.HoldEvent;
import io.keelson.api.suspension.event.HoldOutcomeRecorded;
import io.keelson.api.suspension.event.HoldPlaced;
import io.keelson.api.suspension.event.HoldReleased;
import io.keelson.api.suspension.event.InstancesListed;
import io.keelson.api.suspension.event.InstancesReleased;
import io.keelson.api.suspension.event.SuspensionEvent;
import io.keelson.api.suspension.event.SuspensionLifted;
import io.keelson.api.suspension.event.SuspensionStarted;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("suspension-projection")
class SuspensionProjection {
    private final Rows<SuspensionEntity> suspensions;
    private final Rows<HoldEntity> holds;

    SuspensionProjection(EntityManager entities, RowChanges changes) {
        suspensions = new Rows<>("suspension", SuspensionEntity.class, entities, changes);
        holds = new Rows<>("hold", HoldEntity.class, entities, changes);
    }

    @EventHandler
    void on(SuspensionEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case SuspensionStarted started ->
                suspensions.insert(message, stamp -> new SuspensionEntity(started, stamp));
            case InstancesListed listed ->
                suspensions.update(message, (suspension, _) -> suspension.listed(listed.last()));
            case SuspensionLifted _ -> suspensions.update(message, SuspensionEntity::lifted);
            case InstancesReleased _ -> suspensions.update(message, (_, _) -> {});
        }
    }

    @EventHandler
    void on(HoldEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case HoldPlaced placed -> holds.insert(message, stamp -> new HoldEntity(placed, stamp));
            case HoldOutcomeRecorded recorded -> holds.update(message, (hold, _) -> hold.recorded(recorded));
            case HoldReleased _ -> holds.update(message, (_, _) -> {});
        }
    }

    @ResetHandler
    void reset() {
        suspensions.clear();
        holds.clear();
    }
}
