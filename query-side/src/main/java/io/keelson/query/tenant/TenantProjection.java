package io.keelson.query.tenant;

import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.event.TenantDeleted;
import io.keelson.api.tenant.event.TenantEvent;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.event.TenantResumed;
import io.keelson.api.tenant.event.TenantSuspended;
import io.keelson.api.tenant.event.TenantUpdated;
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
            case TenantUpdated updated -> rows.update(message, (tenant, _) -> tenant.updated(updated));
            case TenantSuspended suspended ->
                rows.update(message, (tenant, _) -> tenant.suspended(suspended.suspensionId()));
            case TenantResumed _ -> rows.update(message, (tenant, _) -> tenant.free(TenantStatus.ACTIVE));
            case TenantDeleted _ -> rows.update(message, (tenant, _) -> tenant.free(TenantStatus.DELETED));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
