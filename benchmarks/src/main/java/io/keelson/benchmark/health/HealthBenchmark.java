package io.keelson.benchmark.health;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keelson.api.setting.KnownSetting;
import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.job.health.InstanceWatch;
import io.keelson.job.health.InstanceWatchFeed;
import io.keelson.postgres.EmbeddedPostgres;
import io.keelson.postgres.PostgresSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole watch over 1,000 instances with the usual settings: each is asked over HTTP for its health and its figures
 * every 30 s and compared every 20 s.
 * The server that answers for all of them is another process; the processor time of this one counts, the database's apart.
 */
public final class HealthBenchmark implements Benchmark {
    private static final int INSTANCES = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final double GOAL = 0.1;
    private static final double NANOS = 1e9;

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(PostgresSettings.in(directory.resolve("postgres")));
                HikariDataSource pool = pool(server);
                AnsweringServer answering = AnsweringServer.start(directory);
                WatchedFleet fleet = new WatchedFleet(answering.address())) {
            fleet.announce(new InstanceWatchFeed(pool), INSTANCES);
            InstanceWatch watch =
                    new InstanceWatch(pool, fleet.gateway(), HealthBenchmark::usual, List.of(fleet.driver()));
            watch.start();
            Thread.sleep(WARM_UP.toMillis());
            measure(pool, fleet, report);
            watch.stop();
        }
    }

    private static void measure(HikariDataSource pool, WatchedFleet fleet, Report report) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long looks = fleet.looks();
        long comparisons = fleet.comparisons();
        long begin = system.getProcessCpuTime();
        Thread.sleep(MEASURED.toMillis());
        double cores = (system.getProcessCpuTime() - begin) / NANOS / MEASURED.toSeconds();
        long looked = fleet.looks() - looks;
        report.note(
                "%d looks and %d comparisons in %d s, %d commands sent, %d samples kept, %d KiB of figures read",
                looked,
                fleet.comparisons() - comparisons,
                MEASURED.toSeconds(),
                fleet.commands(),
                JdbcClient.create(pool)
                        .sql("select count(*) from jobs.health_sample")
                        .query(Long.class)
                        .single(),
                fleet.counted() / 1024);
        report.add(Figure.of("health: looks at 1,000 instances per 30 s", "%d in 60 s".formatted(looked))
                .against("2000 due")
                .ratio(looked / 2_000.0)
                .goal("all, within 5 %", looked >= 1_900));
        report.add(Figure.of("health: watching 1,000 instances", "%.4f cores".formatted(cores))
                .against("a tenth of a core")
                .ratio(cores / GOAL)
                .goal("below 0.1 cores", cores < GOAL));
    }

    private static Map<String, Object> usual(KnownSetting setting) {
        return JsonMapper.shared().readValue(setting.defaultValue(), new TypeReference<Map<String, Object>>() {});
    }

    private static HikariDataSource pool(EmbeddedPostgres server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.address().jdbcUrl());
        config.setUsername(server.address().user());
        config.setPassword(server.address().password());
        config.setMaximumPoolSize(4);
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas("jobs")
                .defaultSchema("jobs")
                .locations("classpath:db/migration/jobs")
                .load()
                .migrate();
        return pool;
    }
}
