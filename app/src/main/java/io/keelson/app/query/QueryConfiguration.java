package io.keelson.app.query;

import io.keelson.app.eventstore.UnpooledDataSource;
import io.keelson.postgres.PostgresAddress;
import io.keelson.query.live.LastSequence;
import io.keelson.query.live.NotificationConnections;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The query side's questions to the event store and to PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {
    @Bean
    LastSequence lastSequence(EventStore eventStore) {
        return aggregateId -> eventStore
                .lastSequenceNumberFor(aggregateId)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Bean
    NotificationConnections notificationConnections(PostgresAddress address) {
        return UnpooledDataSource.of(address, "keelson-live")::getConnection;
    }
}
