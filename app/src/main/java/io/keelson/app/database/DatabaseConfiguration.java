package io.keelson.app.database;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.api.worker.NodeRole;
import io.keelson.app.home.HomeProperties;
import io.keelson.app.role.Roles;
import io.keelson.postgres.DurabilityCheck;
import io.keelson.postgres.PostgresAddress;
import io.keelson.postgres.PostgresSettings;
import java.sql.SQLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Gives the product its database. Whoever gets the data source gets it checked for durability and migrated. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Connections that do not come from the pool: LISTEN, NOTIFY, dispatcher, instances' own databases, psql. */
    private static final int SERVER_RESERVE = 260;

    private static final int WORKER_CONNECTIONS = 12;
    /** Both pools of a worker process with 16 lanes, and its connections beside them. */
    private static final int WORKER_PROCESS = 36;
    /** Of a node that nobody waits for. */
    private static final int IDLE_CONNECTIONS = 2;

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${keelson.database.url:}' == ''")
    EmbeddedServer embeddedServer(
            DatabaseProperties database,
            HomeProperties home,
            @Value("${keelson.workers.max-workers:0}") int workerProcesses) {
        return EmbeddedServer.start(PostgresSettings.in(home.home())
                .withPort(database.embeddedPort())
                .withDurable(!database.allowUnsafeDurability())
                .withMaxConnections(database.connections() + SERVER_RESERVE + workerProcesses * WORKER_PROCESS));
    }

    @Bean
    PostgresAddress databaseAddress(ObjectProvider<EmbeddedServer> embedded, DatabaseProperties database) {
        return database.embedded() ? embedded.getObject().address() : database.externalAddress();
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(PostgresAddress address, DatabaseProperties database, Roles roles) throws SQLException {
        HikariDataSource pool = pool("keelson", address, database.connections(), roles);
        DurabilityCheck.require(pool, database.allowUnsafeDurability());
        Migrations.run(pool);
        return pool;
    }

    /** Workers and JobRunr commit on their own connections, so they must never share one with a running transaction. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource workerDataSource(PostgresAddress address, HikariDataSource migrated, Roles roles) {
        return pool("worker", address, WORKER_CONNECTIONS, roles);
    }

    private static HikariDataSource pool(String name, PostgresAddress address, int size, Roles roles) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(size, roles.has(NodeRole.API) ? WORKER_CONNECTIONS : IDLE_CONNECTIONS));
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", name);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
