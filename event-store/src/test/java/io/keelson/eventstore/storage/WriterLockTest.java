package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterLockTest {
    private final TestNode node = TestNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void noIndexIsDrawnBeforeTheLockIsHeld() throws Exception {
        CompletableFuture<Void> append;
        try (Connection rival = node.database.dataSource().getConnection()) {
            rival.setAutoCommit(false);
            execute(rival, "SELECT " + WriterLock.SHARE.replace("_shared", ""));
            append = CompletableFuture.runAsync(() -> node.engine.appendEvents(List.of(TestEvents.event(1))));
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 1);

            assertThat(indexWasDrawn()).isFalse();
            rival.commit();
        }
        append.get(10, TimeUnit.SECONDS);
        assertThat(indexWasDrawn()).isTrue();
    }

    @Test
    void theLockIsHeldUntilTheTransactionEnds() {
        node.transaction().executeWithoutResult(status -> {
            node.engine.appendEvents(List.of(TestEvents.event(1), TestEvents.event(2)));
            assertThat(holders()).isEqualTo(1);
        });
        assertThat(holders()).isZero();
    }

    private int holders() {
        try (Connection connection = node.database.dataSource().getConnection()) {
            return WriterLock.holders(connection).size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting() {
        return node.jdbc()
                .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .query(Integer.class)
                .single();
    }

    private boolean indexWasDrawn() {
        return node.jdbc()
                .sql("SELECT is_called FROM event_store.domain_event_index")
                .query(Boolean.class)
                .single();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
