package io.keelson.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keelson.postgres.EphemeralDatabase;
import io.keelson.postgres.EphemeralPostgres;
import io.keelson.query.live.LastSequence;
import io.keelson.query.live.NotificationConnections;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/** The part of an application that the read model needs. */
@Configuration
@ComponentScan
@EnableJpaRepositories
class ReadModelContext {
    static final int CONNECTIONS = 4;

    @Bean
    EphemeralDatabase database() {
        return EphemeralPostgres.shared().newDatabase();
    }

    @Bean
    DataSource dataSource(EphemeralDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.address().jdbcUrl());
        config.setUsername(database.address().user());
        config.setPassword(database.address().password());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setMaximumPoolSize(CONNECTIONS);
        DataSource pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas("read_model")
                .defaultSchema("read_model")
                .locations("classpath:db/migration/read_model")
                .load()
                .migrate();
        return pool;
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setPackagesToScan("io.keelson.query");
        factory.setJpaPropertyMap(Map.of(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
                "hibernate.generate_statistics",
                "true",
                "hibernate.order_inserts",
                "true",
                "hibernate.order_updates",
                "true",
                "hibernate.jdbc.batch_size",
                "200"));
        return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    @Bean
    QueryUpdateEmitter queryUpdateEmitter() {
        return SimpleQueryUpdateEmitter.builder().build();
    }

    @Bean
    NotificationConnections notificationConnections(EphemeralDatabase database) {
        DataSource direct = database.dataSource();
        return direct::getConnection;
    }

    @Bean
    StoredSequences storedSequences() {
        return new StoredSequences();
    }

    @Bean
    LastSequence lastSequence(StoredSequences stored) {
        return stored::last;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
