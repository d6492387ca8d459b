package io.keelson.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keelson.api.message.EventCatalogue;
import io.keelson.eventstore.serializer.LogicalTypeNames;
import io.keelson.eventstore.serializer.Serializers;
import io.keelson.eventstore.storage.PostgresEventStorageEngine;
import io.keelson.eventstore.stream.CommitSignals;
import io.keelson.eventstore.stream.PostgresEventStore;
import io.keelson.postgres.EphemeralDatabase;
import io.keelson.postgres.EphemeralPostgres;
import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with a pool, an engine and an event store of its own. */
public final class TestNode implements AutoCloseable {
    public static final LogicalTypeNames NAMES = LogicalTypeNames.of(EventCatalogue.types());
    public static final Duration IMPATIENT = Duration.ofMillis(50);
    private static final int CONNECTIONS = 14;

    public final EphemeralDatabase database;
    public final HikariDataSource pool;
    public final DataSourceTransactionManager springTransactions;
    public final TransactionManager transactions;
    public final Serializers serializers;
    public final PostgresEventStorageEngine engine;
    public final PostgresEventStore store;

    private TestNode(EphemeralDatabase database, LogicalTypeNames names, Duration patience) {
        this.database = database;
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(database.dataSource());
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        pool = new HikariDataSource(settings);
        springTransactions = new DataSourceTransactionManager(pool);
        transactions = new SpringTransactionManager(springTransactions);
        serializers = Serializers.of(names);
        engine = new PostgresEventStorageEngine(pool, transactions, serializers, NoOpEventUpcaster.INSTANCE, patience);
        store = PostgresEventStore.builder()
                .engine(engine)
                .signals(new CommitSignals(database.dataSource()))
                .build();
    }

    /** The first node on a database of its own; its readers soon pass a slow writer. */
    public static TestNode start() {
        return start(NAMES, IMPATIENT);
    }

    public static TestNode start(LogicalTypeNames names, Duration patience) {
        EphemeralDatabase database = EphemeralPostgres.shared().newDatabase();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("event_store")
                .defaultSchema("event_store")
                .locations("classpath:db/migration/event_store")
                .load()
                .migrate();
        return new TestNode(database, names, patience);
    }

    /** Another node on the same database. */
    public TestNode sibling() {
        return new TestNode(database, NAMES, IMPATIENT);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(springTransactions);
    }

    @Override
    public void close() {
        store.close();
        pool.close();
    }
}
