package io.keelson.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keelson.job.queue.JobSettings;
import io.keelson.postgres.EphemeralPostgres;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with the tables of this module, and questions that tests ask it. */
public final class JobsDatabase implements AutoCloseable {
    /** Fast enough for tests, slow enough for a busy machine. */
    public static final JobSettings SETTINGS = new JobSettings(
            2,
            8,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(300),
            Duration.ofMillis(1500),
            Duration.ofMillis(400),
            Duration.ofMillis(500));

    private final DataSource direct = EphemeralPostgres.shared().newDatabase().dataSource();
    private final HikariDataSource pool;

    public JobsDatabase() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(direct);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas("jobs")
                .defaultSchema("jobs")
                .locations("classpath:db/migration/jobs")
                .load()
                .migrate();
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Without a pool, for those who bring their own. */
    public DataSource direct() {
        return direct;
    }

    /** Outside the pool, so that a test can break the pool's connections. */
    public JdbcClient jdbc() {
        return JdbcClient.create(direct);
    }

    public int status(UUID job) {
        return jdbc().sql("select status from jobs.platform_job where id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    public int attempts(UUID job) {
        return jdbc().sql("select attempts from jobs.platform_job where id = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    public int countOf(String table) {
        return jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
