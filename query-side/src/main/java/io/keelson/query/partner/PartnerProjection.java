package io.keelson.query.partner;

import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerDeleted;
import io.keelson.api.partner.event.PartnerEvent;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.partner.event.PartnerUpdated;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("partner-projection")
class PartnerProjection {
    private final Rows<PartnerEntity> rows;

    PartnerProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>("partner", PartnerEntity.class, entities, changes);
    }

    @EventHandler
    void on(PartnerEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case PartnerRegistered registered -> rows.insert(message, stamp -> new PartnerEntity(registered, stamp));
            case PartnerUpdated updated -> rows.update(message, (partner, _) -> partner.updated(updated));
            case PartnerSuspended suspended ->
                rows.update(message, (partner, _) -> partner.suspended(suspended.suspensionId()));
            case PartnerResumed _ -> rows.update(message, (partner, _) -> partner.free(PartnerStatus.ACTIVE));
            case PartnerDeleted _ -> rows.update(message, (partner, _) -> partner.free(PartnerStatus.DELETED));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
