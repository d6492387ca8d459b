package io.keelson.query.version;

import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.VersionEvent;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("version-projection")
class VersionProjection {
    private final Rows<VersionEntity> rows;

    VersionProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>("version", VersionEntity.class, entities, changes);
    }

    @EventHandler
    void on(VersionEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case VersionReleased released -> rows.insert(message, stamp -> new VersionEntity(released, stamp));
            case VersionWithdrawn _ -> rows.update(message, (version, _) -> version.status(VersionStatus.WITHDRAWN));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
