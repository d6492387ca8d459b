package io.keelson.job.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time it is; the database's, so that nodes need not agree on it. */
@FunctionalInterface
public interface DatabaseTime {
    /** The clock of PostgreSQL. */
    DatabaseTime POSTGRESQL = jdbc -> jdbc.sql("select clock_timestamp()")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();

    Instant now(JdbcClient jdbc);
}
