package io.keelson.query.health;

import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.query.row.Stamp;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Keeps every change of the health of instances, beside the instances themselves. */
@Component
@ProcessingGroup("fleet-projection")
class HealthHistory {
    private final EntityManager entities;

    HealthHistory(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(InstanceEvent event, DomainEventMessage<?> message) {
        HealthChange change = HealthChange.of(event);
        if (change == null) {
            return;
        }
        Stamp stamp = Stamp.of("instance", message);
        Stamp own = new Stamp(changeId(message), stamp.sequence(), stamp.at(), stamp.actorId(), stamp.replay());
        if (entities.find(HealthChangeEntity.class, own.id()) == null) {
            entities.persist(new HealthChangeEntity(event.instanceId().value(), change, own));
        }
    }

    @ResetHandler
    void reset() {
        entities.createNativeQuery("truncate table read_model.health_change").executeUpdate();
    }

    /** Always the same for the same event, so that telling it again adds nothing. */
    private static UUID changeId(DomainEventMessage<?> message) {
        String name = message.getAggregateIdentifier() + "/" + message.getSequenceNumber();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
