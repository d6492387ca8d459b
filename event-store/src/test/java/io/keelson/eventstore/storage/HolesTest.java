package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

class HolesTest {
    private static final int PAGE = 50;

    private final TestNode node = TestNode.start();
    private final TestNode other = node.sibling();

    @AfterEach
    void stop() {
        other.close();
        node.close();
    }

    @Test
    void holesOfRolledBackEventsDoNotPileUp() {
        for (int number = 1; number <= 200; number++) {
            append(number);
            if (number % 2 == 0) {
                rollBackOne();
            }
        }
        GapAwareTrackingToken position = Positions.START;
        int largest = 0;
        int events = 0;
        EventPage page;
        do {
            page = node.engine.read(position, PAGE);
            for (StoredEvent event : page.events()) {
                position = Positions.advance(position, page.settled(), event.index());
                largest = Math.max(largest, position.getGaps().size());
                events++;
            }
        } while (page.full());

        assertThat(events).isEqualTo(200);
        assertThat(largest).isZero();
        assertThat(node.engine.read(position, PAGE).settled()).isEqualTo(position.getIndex());
    }

    @Test
    void deadHolesBehindALiveOneAreNotReadAgain() {
        TransactionStatus unfinished = other.springTransactions.getTransaction(new DefaultTransactionDefinition());
        other.engine.appendEvents(List.of(TestEvents.event(1)));
        rollBackOne();
        append(3);
        GapAwareTrackingToken position = Positions.advance(Positions.START, 0, 3);
        assertThat(node.engine.read(position, PAGE).settled()).isZero();

        other.springTransactions.commit(unfinished);
        EventPage filled = node.engine.read(position, PAGE);

        assertThat(filled.events()).extracting(StoredEvent::index).containsExactly(1L);
        position = Positions.advance(position, filled.settled(), 1);
        assertThat(node.engine.read(position, PAGE).settled()).isEqualTo(3);
    }

    @Test
    void aSlowWriterIsWaitedForAndThenPassed() {
        TransactionStatus unfinished = other.springTransactions.getTransaction(new DefaultTransactionDefinition());
        other.engine.appendEvents(List.of(TestEvents.event(1)));
        append(2);

        EventPage early = node.engine.read(Positions.START, PAGE);
        assertThat(early.events()).isEmpty();
        assertThat(early.heldBack()).isTrue();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> !node.engine.read(Positions.START, PAGE).heldBack());
        assertThat(node.engine.read(Positions.START, PAGE).events())
                .extracting(StoredEvent::index)
                .containsExactly(2L);
        other.springTransactions.rollback(unfinished);
    }

    @Test
    void aHoleLivesWhileOneWriterOfItsTimeLives() {
        HoleWatch watch = new HoleWatch(TestNode.IMPATIENT);
        assertThat(watch.abandoned(List.of(7L), Set.of("3/1", "4/1"))).isEmpty();
        assertThat(watch.abandoned(List.of(7L), Set.of("4/1", "5/1"))).isEmpty();
        assertThat(watch.abandoned(List.of(7L), Set.of("5/1"))).containsExactly(7L);
    }

    private void append(int number) {
        node.engine.appendEvents(List.of(TestEvents.event(number)));
    }

    private void rollBackOne() {
        node.transaction().executeWithoutResult(status -> {
            append(0);
            status.setRollbackOnly();
        });
    }
}
