package io.keelson.query.tenant;

import io.keelson.api.tenant.event.TenantEvent;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("tenant-projection")
class TenantProjection {
    private final Rows<TenantEntity> rows;

    TenantProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>("tenant", TenantEntity.class, entities, changes);
    }

    @EventHandler
    void on(TenantEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case TenantRegistered registered -> rows.insert(message, stamp -> new TenantEntity(registered, stamp));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
