package io.keelson.job.statistics;

import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.JobDepth;
import io.keelson.job.desk.JobStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts jobs that are not over, and given-up ones. A count that is cheap is made whenever somebody asks; one that is
 * dear, since a million jobs wait, is made in the background, at most for a twentieth of the time, and those who ask get
 * the last one. Nothing is counted while nobody asks.
 */
public final class DepthCensus {
    private static final Logger LOG = LoggerFactory.getLogger(DepthCensus.class);
    private static final Duration CHEAP = Duration.ofMillis(40);
    private static final Duration FRESH = Duration.ofMillis(200);
    private static final int SHARE = 20;
    // One part per status, so that each is counted from its own partial index.
    private static final String PART = """
        select queue, type, %1$d as status, %2$s as attempts, count(*) as count, min(run_at) as oldest
        from jobs.platform_job where status = %1$d%3$s group by queue, type\
        """;
    private static final String COUNT = Stream.of(
                    PART.formatted(0, "0", " and attempts = 0"),
                    PART.formatted(0, "1", " and attempts > 0"),
                    PART.formatted(1, "0", ""),
                    PART.formatted(2, "0", ""),
                    PART.formatted(4, "0", ""),
                    PART.formatted(6, "0", ""),
                    PART.formatted(7, "0", ""))
            .collect(Collectors.joining(" union all "));
    private static final String NOW = "select clock_timestamp()";

    private final JdbcClient jdbc;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile @Nullable Counted last;

    /**
     * Makes a census.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public DepthCensus(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The newest count; how old it may be depends on how dear it was. */
    Census current() {
        Counted known = last;
        if (known == null || (known.cost().compareTo(CHEAP) <= 0 && known.old())) {
            return count();
        }
        if (known.old() && counting.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("job-census").start(this::countAgain);
        }
        return known.census();
    }

    private void countAgain() {
        try {
            count();
        } catch (RuntimeException e) {
            LOG.debug("Jobs could not be counted; the last count stays.", e);
        } finally {
            counting.set(false);
        }
    }

    private Census count() {
        long begun = System.nanoTime();
        Instant now = jdbc.sql(NOW).query(Timestamp.class).single().toInstant();
        List<JobDepth> depths = jdbc.sql(COUNT).query((row, _) -> depth(row)).list();
        Census census = new Census(now, merged(depths));
        last = new Counted(census, Duration.ofNanos(System.nanoTime() - begun), System.nanoTime());
        return census;
    }

    private static JobDepth depth(ResultSet row) throws SQLException {
        return new JobDepth(
                new QueueName(row.getString("queue")),
                new JobType(row.getString("type")),
                JobStates.of(row.getInt("status"), row.getInt("attempts")),
                row.getLong("count"),
                row.getTimestamp("oldest").toInstant());
    }

    /** Two statuses are one state to callers. */
    private static List<JobDepth> merged(List<JobDepth> depths) {
        Map<List<Object>, JobDepth> byPlace = new LinkedHashMap<>();
        for (JobDepth depth : depths) {
            byPlace.merge(
                    List.of(depth.queue(), depth.type(), depth.state()),
                    depth,
                    (one, other) -> new JobDepth(
                            one.queue(),
                            one.type(),
                            one.state(),
                            one.count() + other.count(),
                            earlier(one.oldest(), other.oldest())));
        }
        return List.copyOf(byPlace.values());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private record Counted(Census census, Duration cost, long at) {
        boolean old() {
            Duration age = Duration.ofNanos(System.nanoTime() - at);
            return age.compareTo(FRESH) > 0 && age.compareTo(cost.multipliedBy(SHARE)) > 0;
        }
    }
}
