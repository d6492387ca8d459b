package io.keelson.benchmark.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keelson.postgres.EmbeddedPostgres;
import io.keelson.postgres.PostgresSettings;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that waits for the disk, with the tables of the job queue and one pool for everybody. */
final class QueueServer implements AutoCloseable {
    private static final int CONNECTIONS = 40;

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    QueueServer(Path directory) {
        server = EmbeddedPostgres.start(PostgresSettings.in(directory));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.address().jdbcUrl());
        config.setUsername(server.address().user());
        config.setPassword(server.address().password());
        config.setMaximumPoolSize(CONNECTIONS);
        pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas("jobs")
                .defaultSchema("jobs")
                .locations("classpath:db/migration/jobs")
                .load()
                .migrate();
    }

    HikariDataSource pool() {
        return pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Process of the server's first process. */
    long pid() {
        return server.pid();
    }

    /** Removes all jobs, so that every round begins alike. */
    void clear() {
        jdbc().sql("truncate jobs.platform_job, jobs.platform_job_attempt, jobs.platform_job_log")
                .update();
        jdbc().sql("vacuum analyze jobs.platform_job").update();
        jdbc().sql("checkpoint").update();
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
