package io.keelson.app.eventstore;

import io.keelson.eventstore.serializer.LogicalTypeNames;
import io.keelson.eventstore.serializer.Serializers;
import io.keelson.eventstore.serializer.UnknownEventTypeGate;
import io.keelson.eventstore.storage.PostgresEventStorageEngine;
import io.keelson.eventstore.stream.CommitSignals;
import io.keelson.eventstore.stream.PostgresEventStore;
import io.keelson.postgres.PostgresAddress;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Events in PostgreSQL: the embedded and the server way of running. Axon Server routes commands of one aggregate to one
 * node; here they take turns through the database.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class PostgresEventStoreConfiguration {
    /** How long readers wait for a slow writer before they read past it and come back for its events. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            TransactionManager transactions,
            Serializers serializers,
            LogicalTypeNames names,
            Configuration configuration) {
        new UnknownEventTypeGate(dataSource, names).check();
        return new PostgresEventStorageEngine(
                dataSource, transactions, serializers, configuration.upcasterChain(), PATIENCE);
    }

    @Bean(destroyMethod = "close")
    CommitSignals commitSignals(PostgresAddress address) {
        return new CommitSignals(UnpooledDataSource.of(address, "keelson-events"));
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    EventStore eventStore(PostgresEventStorageEngine engine, CommitSignals signals, Configuration configuration) {
        return PostgresEventStore.builder()
                .engine(engine)
                .signals(signals)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .build();
    }
}
