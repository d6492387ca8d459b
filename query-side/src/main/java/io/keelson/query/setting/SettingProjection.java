package io.keelson.query.setting;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.setting.event.PlatformSettingChanged;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import io.keelson.query.row.Stamp;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("setting-projection")
class SettingProjection {
    private static final String KIND = "setting";

    private final Rows<SettingEntity> rows;
    private final EntityManager entities;

    SettingProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>(KIND, SettingEntity.class, entities, changes);
        this.entities = entities;
    }

    @EventHandler
    void on(
            PlatformSettingChanged event,
            DomainEventMessage<?> message,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Stamp stamp = Stamp.of(KIND, message);
        Stamp change = new Stamp(changeId(message), stamp.sequence(), stamp.at(), stamp.actorId(), stamp.replay());
        if (entities.find(SettingChangeEntity.class, change.id()) == null) {
            entities.persist(new SettingChangeEntity(event, change, reason));
        }
        rows.insert(message, it -> new SettingEntity(event, it));
        rows.update(message, (setting, _) -> setting.changed(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
        entities.createNativeQuery("truncate table read_model.setting_change").executeUpdate();
    }

    /** Always the same for the same event, so that telling it again adds nothing. */
    private static UUID changeId(DomainEventMessage<?> message) {
        String name = message.getAggregateIdentifier() + "/" + message.getSequenceNumber();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
