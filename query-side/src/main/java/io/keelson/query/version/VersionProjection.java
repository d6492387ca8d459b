package io.keelson.query.version;

import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.SecurityDatesSet;
import io.keelson.api.version.event.VersionEvent;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.api.version.event.VersionRequirementChanged;
import io.keelson.api.version.event.VersionStatusChanged;
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
            case VersionStatusChanged changed ->
                rows.update(message, (version, stamp) -> {
                    version.status(changed.status());
                    if (changed.status() == VersionStatus.STABLE) {
                        version.standing(standing -> standing.withApproval(stamp.actorId(), stamp.at()));
                    }
                });
            case VersionRequirementChanged changed ->
                rows.update(
                        message,
                        (version, _) -> version.standing(standing -> standing.withRequired(changed.required())));
            case SecurityDatesSet set ->
                rows.update(
                        message, (version, _) -> version.standing(standing -> standing.withSecurityDates(set.dates())));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
