package io.keelson.query.channel;

import io.keelson.api.channel.event.ChannelEvent;
import io.keelson.api.channel.event.VersionDemoted;
import io.keelson.api.channel.event.VersionPromoted;
import io.keelson.query.live.RowChanges;
import io.keelson.query.row.Rows;
import jakarta.persistence.EntityManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("channel-projection")
class ChannelProjection {
    private final Rows<ChannelEntity> rows;

    ChannelProjection(EntityManager entities, RowChanges changes) {
        rows = new Rows<>("channel", ChannelEntity.class, entities, changes);
    }

    @EventHandler
    void on(ChannelEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case VersionPromoted promoted -> {
                rows.insert(message, stamp -> new ChannelEntity(promoted, stamp));
                rows.update(message, (channel, _) -> channel.promoted(promoted));
            }
            case VersionDemoted demoted -> rows.update(message, (channel, _) -> channel.demoted(demoted.versionId()));
        }
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
