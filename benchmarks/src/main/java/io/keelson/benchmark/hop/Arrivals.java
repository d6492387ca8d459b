package io.keelson.benchmark.hop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table that handlers write to, and the times at which they have done so. */
final class Arrivals {
    static final String INSERT = "INSERT INTO benchmark.arrival (node, number) VALUES (?, ?)";

    private static final String TABLE = """
            CREATE SCHEMA benchmark;
            CREATE TABLE benchmark.arrival (node text NOT NULL, number integer NOT NULL);
            CREATE TABLE benchmark.message (number integer PRIMARY KEY, text text NOT NULL)
            """;
    private static final int PATIENCE_SECONDS = 10;

    private Arrivals() {}

    static void make(JdbcClient jdbc) {
        jdbc.sql(TABLE).update();
    }

    static void write(JdbcClient jdbc, String node, int number) {
        jdbc.sql(INSERT).params(node, number).update();
    }

    static double millisBetween(long startNanos, BlockingQueue<Long> commits) throws InterruptedException {
        Long commit = commits.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (commit == null) {
            throw new IllegalStateException("Nothing arrived within %d s.".formatted(PATIENCE_SECONDS));
        }
        return (commit - startNanos) / 1e6;
    }
}
