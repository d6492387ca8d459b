package io.keelson.query.transfer;

import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.query.row.Stamp;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps every approved transfer, beside the instances themselves. */
@Component
@ProcessingGroup("fleet-projection")
class DataTransfers {
    private final EntityManager entities;

    DataTransfers(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(DataTransferApproved event, DomainEventMessage<?> message) {
        Stamp stamp = Stamp.of("instance", message);
        Stamp own = new Stamp(transferId(message), stamp.sequence(), stamp.at(), stamp.actorId(), stamp.replay());
        if (entities.find(DataTransferEntity.class, own.id()) == null) {
            entities.persist(
                    new DataTransferEntity(event, tenant(event.instanceId().value()), own));
        }
    }

    @ResetHandler
    void reset() {
        entities.createNativeQuery("truncate table read_model.data_transfer").executeUpdate();
    }

    private @Nullable UUID tenant(UUID instance) {
        List<?> found = entities.createNativeQuery(
                        "select tenant_id from read_model.instance where id = :id", UUID.class)
                .setParameter("id", instance)
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.getFirst();
    }

    /** Always the same for the same event, so that telling it again adds nothing. */
    private static UUID transferId(DomainEventMessage<?> message) {
        String name = "transfer " + message.getAggregateIdentifier() + "/" + message.getSequenceNumber();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
