package io.keelson.app.upgrade;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.postgres.EphemeralDatabase;
import io.keelson.postgres.EphemeralPostgres;
import io.keelson.query.live.LastSequence;
import io.keelson.query.live.NotificationConnections;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/** The real read model, and the tables of the command side beside it. It is no configuration that the application would find. */
@ComponentScan("io.keelson.query")
@EnableJpaRepositories("io.keelson.query")
class HistoryDatabase {
    @Bean
    EphemeralDatabase database() {
        return EphemeralPostgres.shared().newDatabase();
    }

    @Bean
    DataSource dataSource(EphemeralDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(4);
        for (String schema : List.of("read_model", "command_side")) {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .locations("classpath:db/migration/" + schema)
                    .load()
                    .migrate();
        }
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
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"));
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
        return database.dataSource()::getConnection;
    }

    @Bean
    LastSequence lastSequence() {
        return _ -> OptionalLong.empty();
    }

    @Bean
    VirtualClock clock() {
        return new VirtualClock();
    }
}
