package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class AppendingTransactionsTest {
    private final TestNode node = TestNode.start();
    private final AppendingTransactions manager = new AppendingTransactions(node.pool);
    private final TransactionTemplate transaction = new TransactionTemplate(manager);
    private final TransactionTemplate another = new TransactionTemplate(manager);

    AppendingTransactionsTest() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void oneEventIsWrittenWithTheCommitAndWhatTheTransactionWroteBesideItToo() {
        node.jdbc().sql("CREATE TABLE beside (id int)").update();

        transaction.executeWithoutResult(_ -> {
            node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));
            assertThat(writers()).isZero();
            node.jdbc().sql("INSERT INTO beside VALUES (1)").update();
        });

        assertThat(eventsOf("a")).isEqualTo(1);
        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM beside")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(writers()).isZero();
    }

    @Test
    void severalEventsAreWrittenInTheirOrder() {
        transaction.executeWithoutResult(_ -> {
            node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));
            node.engine.appendEvents(List.of(TestEvents.event("b", 0, 2), TestEvents.event("a", 1, 3)));
        });

        assertThat(TestEvents.numbers(node.engine.readEvents(null, false).toList()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aTransactionThatIsRolledBackWritesNothing() {
        transaction.executeWithoutResult(status -> {
            node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> node.engine.appendEvents(List.of(TestEvents.event("b", 0, 2))));

        assertThat(eventsOf("a")).isZero();
        assertThat(eventsOf("b")).isEqualTo(1);
    }

    @Test
    void aConflictFailsTheCommitAndTakesTheRestOfTheTransactionBack() {
        node.jdbc().sql("CREATE TABLE beside (id int)").update();
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1), TestEvents.event("a", 1, 2)));

        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    node.jdbc().sql("INSERT INTO beside VALUES (1)").update();
                    node.engine.appendEvents(List.of(TestEvents.event("a", 1, 3)));
                }))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> node.engine.appendEvents(List.of(TestEvents.event("a", 0, 4)))))
                .isInstanceOf(AggregateStreamCreationException.class);

        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM beside")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(eventsOf("a")).isEqualTo(2);
    }

    @Test
    void theConnectionOfALoneEventIsTransactionalAgainAlsoAfterAConflict() {
        node.jdbc().sql("CREATE TABLE beside (id int)").update();
        transaction.executeWithoutResult(_ -> node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1))));
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> node.engine.appendEvents(List.of(TestEvents.event("a", 0, 2)))))
                .isInstanceOf(AggregateStreamCreationException.class);

        transaction.executeWithoutResult(status -> {
            node.jdbc().sql("INSERT INTO beside VALUES (1)").update();
            status.setRollbackOnly();
        });

        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM beside")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(eventsOf("a")).isEqualTo(1);
    }

    @Test
    void aTransactionThatAFailedStatementSpoiltIsNotTakenForCommitted() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));
                    assertThatThrownBy(() ->
                                    node.jdbc().sql("SELECT 1 / 0").query().singleRow())
                            .isNotNull();
                }))
                .isInstanceOf(EventStoreException.class);

        assertThat(eventsOf("a")).isZero();
    }

    @Test
    void theTransactionReadsWhatItAppended() {
        transaction.executeWithoutResult(_ -> {
            node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));

            assertThat(node.engine.readAggregate("a", false).asStream()).hasSize(1);
            assertThat(node.engine.lastSequenceNumberFor("a")).contains(0L);
        });
        assertThat(eventsOf("a")).isEqualTo(1);
    }

    @Test
    void aTransactionInBetweenHasEventsOfItsOwn() {
        transaction.executeWithoutResult(outer -> {
            node.engine.appendEvents(List.of(TestEvents.event("outer", 0, 1)));
            another.executeWithoutResult(_ -> node.engine.appendEvents(List.of(TestEvents.event("inner", 0, 2))));
            assertThat(eventsOf("inner")).isEqualTo(1);
            outer.setRollbackOnly();
        });

        assertThat(eventsOf("outer")).isZero();
        assertThat(eventsOf("inner")).isEqualTo(1);
    }

    @Test
    void aTransactionOfAnotherManagerIsJoinedAndItsEventsAreWrittenAtOnce() {
        node.transaction()
                .executeWithoutResult(_ -> transaction.executeWithoutResult(_ -> {
                    node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));
                    assertThat(writers()).isEqualTo(1);
                }));
        assertThat(eventsOf("a")).isEqualTo(1);
    }

    private int writers() {
        try (Connection connection = node.database.dataSource().getConnection()) {
            return WriterLock.holders(connection).size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int eventsOf(String aggregate) {
        return node.jdbc()
                .sql("SELECT count(*) FROM event_store.domain_event WHERE aggregate_identifier = ?")
                .param(aggregate)
                .query(Integer.class)
                .single();
    }
}
