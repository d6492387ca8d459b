package io.keelson.app.eventstore;

import io.keelson.eventstore.storage.AppendingTransactions;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The transactions of commands, sagas and automations: plain JDBC, without an entity manager for each. Projections write
 * through JPA and have its transactions; one kind never begins inside the other.
 */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {
    @Bean
    TransactionManager transactions(DataSource dataSource) {
        return new SpringTransactionManager(new AppendingTransactions(dataSource));
    }
}
