package io.keelson.command;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.postgres.EphemeralPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with the schema of this module, and a pool large enough for a crowd. */
public record CommandDatabase(HikariDataSource dataSource, JdbcClient jdbc, TransactionTemplate transaction)
        implements AutoCloseable {
    private static final int CONNECTIONS = 70;

    public static CommandDatabase fresh() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(EphemeralPostgres.shared().newDatabase().dataSource());
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(CONNECTIONS);
        Flyway.configure()
                .dataSource(pool)
                .schemas("command_side")
                .defaultSchema("command_side")
                .locations("classpath:db/migration/command_side")
                .load()
                .migrate();
        return new CommandDatabase(
                pool, JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)));
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
