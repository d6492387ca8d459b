package io.keelson.graphql.idempotency;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.graphql.request.NewIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Acts once per key and remembers the answer for 24 hours. Requests with the same key wait for each other, on every
 * node, by an advisory lock on a connection of their own; a crash frees the lock with the connection. The commands that
 * run meanwhile need further connections, so at most {@code connections} are held here.
 */
public final class AnswerStore {
    private static final Duration KEPT = Duration.ofHours(24);

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration patience;
    private final Semaphore connections;

    /**
     * Keeps answers in schema {@code graphql_api}.
     *
     * @param patience how long a request waits for an earlier one with the same key
     * @param connections how many connections are held at most; less than half of what {@code dataSource} has
     */
    public AnswerStore(DataSource dataSource, Clock clock, Duration patience, int connections) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.patience = patience;
        this.connections = new Semaphore(connections, true);
    }

    /**
     * The remembered answer, or that of {@code work}. Rejected with IDEMPOTENCY_KEY_REUSED when the key came with
     * another body before, and with UNAVAILABLE when an earlier request takes too long.
     */
    public String once(KeyedRequest request, Function<NewIds, Answer> work) {
        acquire();
        try (Connection connection = dataSource.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            note(jdbc, request);
            lock(connection, jdbc, request);
            try {
                return locked(jdbc, request, work);
            } finally {
                unlock(jdbc, request);
            }
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        } finally {
            connections.release();
        }
    }

    /** Notes the key before anything happens; keys of yesterday go. */
    private void note(JdbcClient jdbc, KeyedRequest request) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM graphql_api.idempotency WHERE created_at < :oldest")
                .param("oldest", Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("""
                        INSERT INTO graphql_api.idempotency (actor_id, key, body_sha256, seed, created_at)
                        VALUES (:actor, :key, :body, :seed, :now)
                        ON CONFLICT (actor_id, key) DO NOTHING
                        """)
                .param("actor", request.actorId())
                .param("key", request.key())
                .param("body", request.bodySha256())
                .param("seed", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .update();
    }

    private String locked(JdbcClient jdbc, KeyedRequest request, Function<NewIds, Answer> work) {
        Row row = read(jdbc, request);
        if (!row.bodySha256().equals(request.bodySha256())) {
            throw new RejectedException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key",
                    "This Idempotency-Key came with another request in the last 24 hours. Use a new key.");
        }
        if (row.response() != null) {
            return row.response();
        }
        boolean repeated = !firstTry(jdbc, request);
        Answer answer = work.apply(new NewIds(row.seed(), repeated));
        if (answer.last()) {
            remember(jdbc, request, answer.body());
        }
        return answer.body();
    }

    /** The lock belongs to the connection, so it outlives the transaction that bounds the wait for it. */
    private void lock(Connection connection, JdbcClient jdbc, KeyedRequest request) throws SQLException {
        connection.setAutoCommit(false);
        try {
            jdbc.sql("SELECT set_config('lock_timeout', :patience, true)")
                    .param("patience", patience.toMillis() + "ms")
                    .query(String.class)
                    .single();
            jdbc.sql("SELECT pg_advisory_lock(hashtextextended(:key, 0)) IS NULL")
                    .param("key", lockName(request))
                    .query(Boolean.class)
                    .single();
        } catch (PessimisticLockingFailureException busy) {
            throw stillBusy();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void unlock(JdbcClient jdbc, KeyedRequest request) {
        jdbc.sql("SELECT pg_advisory_unlock(hashtextextended(:key, 0))")
                .param("key", lockName(request))
                .query(Boolean.class)
                .single();
    }

    private static String lockName(KeyedRequest request) {
        return "graphql_api.idempotency:" + request.actorId() + ":" + request.key();
    }

    private static Row read(JdbcClient jdbc, KeyedRequest request) {
        return jdbc.sql("""
                        SELECT body_sha256, seed, response FROM graphql_api.idempotency
                        WHERE actor_id = :actor AND key = :key
                        """)
                .param("actor", request.actorId())
                .param("key", request.key())
                .query((row, _) -> new Row(
                        row.getString("body_sha256"), row.getObject("seed", UUID.class), row.getString("response")))
                .single();
    }

    /** Counts the try before it acts; false when an earlier one may have acted without leaving an answer. */
    private static boolean firstTry(JdbcClient jdbc, KeyedRequest request) {
        return jdbc.sql("""
                        UPDATE graphql_api.idempotency SET tries = tries + 1
                        WHERE actor_id = :actor AND key = :key RETURNING tries = 1
                        """)
                .param("actor", request.actorId())
                .param("key", request.key())
                .query(Boolean.class)
                .single();
    }

    private static void remember(JdbcClient jdbc, KeyedRequest request, String body) {
        jdbc.sql("""
                        UPDATE graphql_api.idempotency SET response = :response
                        WHERE actor_id = :actor AND key = :key
                        """)
                .param("response", body)
                .param("actor", request.actorId())
                .param("key", request.key())
                .update();
    }

    private void acquire() {
        try {
            if (!connections.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw stillBusy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    private RejectedException stillBusy() {
        return new RejectedException(
                ErrorCode.UNAVAILABLE,
                "Idempotency-Key",
                "An earlier request with an Idempotency-Key is still being carried out after %d ms. Repeat this one with the same key."
                        .formatted(patience.toMillis()));
    }

    private record Row(
            String bodySha256, UUID seed, @Nullable String response) {}
}
