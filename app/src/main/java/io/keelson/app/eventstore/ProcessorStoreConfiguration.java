package io.keelson.app.eventstore;

import io.keelson.eventstore.processing.NodePresence;
import io.keelson.eventstore.processing.ProcessorStores;
import io.keelson.eventstore.serializer.Serializers;
import io.keelson.postgres.PostgresAddress;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Where processors keep their place, sagas their state, and projections what they could not take. */
@Configuration(proxyBeanMethods = false)
class ProcessorStoreConfiguration {
    /** Only projections park events, so their letters are handled in their transactions. */
    @Bean
    ProcessorStores processorStores(
            DataSource dataSource, PlatformTransactionManager projections, Serializers serializers) {
        return new ProcessorStores(dataSource, new SpringTransactionManager(projections), serializers);
    }

    /** Before the first claim, so that what an earlier life of this node had claimed is free by then. */
    @Bean(destroyMethod = "close")
    NodePresence nodePresence(PostgresAddress address, DataSource migrated) {
        return NodePresence.of(UnpooledDataSource.of(address, "keelson-node"), UUID.randomUUID());
    }

    @Bean
    TokenStore tokenStore(ProcessorStores stores, NodePresence presence) {
        return stores.tokens(presence.node());
    }

    @Bean
    SagaStore<Object> sagaStore(ProcessorStores stores) {
        return stores.sagas();
    }
}
